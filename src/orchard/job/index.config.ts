export default definePageConfig({ navigationBarTitleText: '活计', enablePullDownRefresh: true })
