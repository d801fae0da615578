import type { Table } from '../case'

const MISSING = 'cloud://local.6c6f-local/conformance/none.txt'

export const storage: Table = {
  action: 'storage',
  cases: [
    {
      name: 'uploadFile answers a fileID that ends with the path',
      act: async ({ cloud }) => {
        const { fileID, errMsg } = await cloud.uploadFile({
          cloudPath: 'conformance/a.txt',
          fileContent: Buffer.from('a'),
        })
        return [fileID, errMsg]
      },
      answer: [expect.stringMatching(/^cloud:\/\/.+\/conformance\/a\.txt$/), 'uploadFile:ok'],
    },
    {
      name: 'downloadFile gives the bytes back',
      act: async ({ cloud }) => {
        const fileContent = Buffer.from([0, 255, 128, 13, 10])
        const { fileID } = await cloud.uploadFile({ cloudPath: 'conformance/bytes.bin', fileContent })
        return [...(await cloud.downloadFile({ fileID })).fileContent]
      },
      answer: [0, 255, 128, 13, 10],
    },
    {
      name: 'Chinese and spaces may be in the path',
      act: async ({ cloud }) => {
        const { fileID } = await cloud.uploadFile({
          cloudPath: 'conformance/苹 果.txt',
          fileContent: Buffer.from('你好'),
        })
        return (await cloud.downloadFile({ fileID })).fileContent.toString()
      },
      answer: '你好',
    },
    {
      name: 'a second upload replaces the file',
      act: async ({ cloud }) => {
        const put = (text: string) =>
          cloud.uploadFile({ cloudPath: 'conformance/again.txt', fileContent: Buffer.from(text) })
        await put('one')
        const { fileID } = await put('two')
        return (await cloud.downloadFile({ fileID })).fileContent.toString()
      },
      answer: 'two',
    },
    {
      name: 'getTempFileURL answers a link for each file',
      act: async ({ cloud }) => {
        const { fileID } = await cloud.uploadFile({ cloudPath: 'conformance/b.txt', fileContent: Buffer.from('b') })
        const { fileList, errMsg } = await cloud.getTempFileURL({ fileList: [fileID] })
        return [fileList[0].fileID === fileID, fileList[0].status, fileList[0].errMsg, fileList[0].tempFileURL, errMsg]
      },
      answer: [true, 0, 'ok', expect.stringMatching(/^https?:\/\//), 'getTempFileURL:ok'],
    },
    {
      name: 'getTempFileURL says of a missing file -503003',
      localOnly: 'a fileID names its environment',
      act: async ({ cloud }) =>
        (await cloud.getTempFileURL({ fileList: ['cloud://local.6c6f-local/conformance/none.txt'] })).fileList,
      answer: [expect.objectContaining({ fileID: MISSING, status: -503003, tempFileURL: '' })],
    },
    {
      name: 'getTempFileURL of more than 50 files is refused',
      localOnly: 'a fileID names its environment',
      act: ({ cloud, caught }) =>
        caught(
          cloud.getTempFileURL({
            fileList: Array.from({ length: 51 }, (_unused, i) => `cloud://local.6c6f-local/conformance/${i}`),
          }),
        ),
      answer: { errCode: expect.any(Number), errMsg: expect.stringMatching(/at most 50/) },
    },
    {
      name: 'downloadFile of a missing file rejects',
      localOnly: 'a fileID names its environment',
      act: ({ cloud }) => cloud.downloadFile({ fileID: 'cloud://local.6c6f-local/conformance/none.txt' }),
      error: { code: 'STORAGE_FILE_NONEXIST' },
    },
    {
      name: 'deleteFile deletes',
      act: async ({ cloud, caught }) => {
        const { fileID } = await cloud.uploadFile({ cloudPath: 'conformance/c.txt', fileContent: Buffer.from('c') })
        const { fileList, errMsg } = await cloud.deleteFile({ fileList: [fileID] })
        const gone = await caught(cloud.downloadFile({ fileID }))
        return [fileList[0].status, errMsg, gone !== 'went well']
      },
      answer: [0, 'deleteFile:ok', true],
    },
    {
      name: 'deleteFile says of a missing file -503003',
      localOnly: 'a fileID names its environment',
      act: async ({ cloud }) =>
        (await cloud.deleteFile({ fileList: ['cloud://local.6c6f-local/conformance/none.txt'] })).fileList[0].status,
      answer: -503003,
    },
    {
      name: 'a path that climbs out is refused',
      localOnly: 'the text is ours',
      act: ({ cloud }) => cloud.uploadFile({ cloudPath: '../x.txt', fileContent: Buffer.from('x') }),
      error: { errMsg: expect.stringMatching(/cloudPath/) },
    },
  ],
}
