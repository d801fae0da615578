export default definePageConfig({ navigationBarTitleText: '收货', enablePullDownRefresh: true })
