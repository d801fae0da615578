export default definePageConfig({ navigationBarTitleText: '本周', enablePullDownRefresh: true })
