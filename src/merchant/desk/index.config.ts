export default definePageConfig({ navigationBarTitleText: '经营', enablePullDownRefresh: true })
