import { fitInspection } from './fit/command'
import { WrongOption } from './wrong-option'

// Ends with 0 when fitted, 1 when refused, 2 for a wrong option.
try {
  fitInspection(process.argv.slice(2), (line) => console.log(line))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof WrongOption ? 2 : 1
}
