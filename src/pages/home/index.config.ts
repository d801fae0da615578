export default definePageConfig({
  navigationBarTitleText: '果园',
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
})
