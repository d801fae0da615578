import { useRouter } from '@tarojs/taro'
import { ReviewDetail } from './Detail'
import { ReviewQueue } from './Queue'

/** The queue, or with `?no=` one order of it. */
export default function ReviewPage() {
  const { no } = useRouter().params
  return no ? <ReviewDetail no={no} /> : <ReviewQueue />
}
