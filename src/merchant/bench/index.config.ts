export default definePageConfig({ navigationBarTitleText: '质检台', enablePullDownRefresh: true })
