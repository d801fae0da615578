export default definePageConfig({ navigationBarTitleText: '贴纸', enablePullDownRefresh: true })
