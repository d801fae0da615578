import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '../../../src/components/Button'
import { Field } from '../../../src/components/Field'
import { Page } from '../../../src/components/Page'
import { call } from '../../../src/cloud/door'
import { confirm } from '../../../src/state/overlay'
import { useAction } from '../../../src/state/action'
import { useRemote } from '../../../src/state/remote'
import { cloud, Refusing } from '../support/taro'

beforeEach(() => cloud.reset())

const settle = () => act(async () => undefined)

function CancelPage() {
  const cancel = useAction(async (key: string) => {
    await call('orders.cancel', { no: 'GY26090500001', key })
  })
  return (
    <Page id="cancel-page">
      <Button id="cancel" busy={cancel.busy} onTap={() => void cancel.run()}>
        取消订单
      </Button>
    </Page>
  )
}

const keysSent = () => cloud.callsOf('orders.cancel').map((input) => (input as { key: string }).key)

test('a second tap while the first is on its way is ignored', async () => {
  let release = () => undefined as void
  cloud.answer({ 'orders.cancel': () => new Promise<void>((resolve) => (release = resolve)) })
  render(<CancelPage />)
  fireEvent.click(screen.getByLabelText('取消订单'))
  fireEvent.click(document.querySelector('#cancel') as Element)
  await settle()
  expect(keysSent()).toHaveLength(1)
  await act(async () => release())
  expect(document.querySelector('#cancel')?.getAttribute('aria-disabled')).toBeNull()
})

test('an unanswered command is made once more in silence, with the same key', async () => {
  cloud.answer({ 'orders.cancel': () => ({}) })
  cloud.goOffline(1)
  render(<CancelPage />)
  fireEvent.click(document.querySelector('#cancel') as Element)
  await settle()
  expect(keysSent()).toHaveLength(1)
  expect(screen.queryByText(/没连上/)).toBeNull()
})

test('when nothing answers, the reader is told and trying again keeps the key until the server has spoken', async () => {
  const offered: string[] = []
  cloud.answer({
    'orders.cancel': ({ key }: { key: string }) => {
      offered.push(key)
      throw new Refusing('NOT_ALLOWED_NOW', '现在不能这样做，状态已变，请刷新')
    },
  })
  cloud.goOffline(2)
  render(<CancelPage />)
  const tap = async () => {
    fireEvent.click(document.querySelector('#cancel') as Element)
    await settle()
  }
  await tap()
  expect(screen.getByText('没连上，刚才的改动还在。再试一次')).toBeTruthy()
  await tap()
  expect(screen.getByText('现在不能这样做，状态已变，请刷新')).toBeTruthy()
  await tap()
  expect(offered).toHaveLength(2)
  expect(offered[0]).not.toBe(offered[1])
})

function Greeting() {
  const me = useRemote('me.get', {})
  return (
    <Page id="greeting" remote={me}>
      <span>{me.data?.openid}</span>
    </Page>
  )
}

test('a page whose first read fails says why and offers to try again', async () => {
  cloud.answer({ 'me.get': () => ({ openid: 'o-shopper-lin' }) })
  cloud.goOffline(2)
  render(<Greeting />)
  expect(screen.getByLabelText('正在取')).toBeTruthy()
  await settle()
  expect(screen.getByText('没连上，刚才的改动还在。再试一次')).toBeTruthy()
  fireEvent.click(document.querySelector('#page-error-act') as Element)
  await settle()
  expect(screen.getByText('o-shopper-lin')).toBeTruthy()
})

test('closing a question is the same as no, and a yes is a yes', async () => {
  render(<Page id="asking">页</Page>)
  const answers: boolean[] = []
  const question = { title: '取消这一单？', sentence: '钱会原路退回。', act: '取消订单' }
  for (const button of ['#confirm-close', '#confirm-yes']) {
    await act(async () => void confirm(question).then((agreed) => answers.push(agreed)))
    fireEvent.click(document.querySelector(button) as Element)
    await settle()
  }
  expect(answers).toEqual([false, true])
  expect(document.querySelector('#confirm')).toBeNull()
})

test('a field in error says how to mend it, and never carries an undefined id', () => {
  const typed: string[] = []
  render(
    <Field
      id="phone"
      label="手机号"
      value="123"
      onInput={(value) => typed.push(value)}
      error="手机号要 11 位，以 1 开头"
    />,
  )
  expect(screen.getByRole('alert').textContent).toContain('手机号要 11 位，以 1 开头')
  fireEvent.change(document.querySelector('#phone') as Element, { target: { value: '13800000000' } })
  expect(typed).toEqual(['13800000000'])
  expect(document.querySelector('[id="undefined"]')).toBeNull()
})

test('a disabled button does nothing and gives its reason', () => {
  let taps = 0
  render(
    <Button id="order" disabled reason="还没写字呢，写一句再下单" onTap={() => (taps += 1)}>
      下单
    </Button>,
  )
  fireEvent.click(document.querySelector('#order') as Element)
  expect(taps).toBe(0)
  expect(screen.getByText('还没写字呢，写一句再下单')).toBeTruthy()
})
