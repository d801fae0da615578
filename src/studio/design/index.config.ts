export default definePageConfig({
  navigationBarBackgroundColor: '#FCF1D6',
  navigationBarTitleText: '印一句',
  enablePullDownRefresh: true,
})
