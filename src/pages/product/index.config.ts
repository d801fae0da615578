export default definePageConfig({
  navigationBarBackgroundColor: '#FCF1D6',
  navigationBarTitleText: '果子',
  enablePullDownRefresh: true,
})
