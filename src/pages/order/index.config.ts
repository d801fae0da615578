export default definePageConfig({
  navigationBarBackgroundColor: '#FCF1D6',
  navigationBarTitleText: '订单详情',
  enablePullDownRefresh: true,
})
