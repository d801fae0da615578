export default definePageConfig({
  navigationBarBackgroundColor: '#FCF1D6',
  navigationBarTitleText: '我的',
  enablePullDownRefresh: true,
})
