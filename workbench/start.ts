import path from 'node:path'
import { openWorkbench } from './serve'

const DEFAULT_PORT = 8600

/** `npm start`: builds what is out of date, starts everything on this machine, prints one line, stops cleanly on Ctrl-C. */
async function main(): Promise<void> {
  const port = readPort(process.env.PORT)
  const dataFolder = path.resolve(process.env.GUOYIN_DATA ?? path.join(__dirname, '..', '.guoyin'))
  const workbench = await openWorkbench({ port, dataFolder, say: (line) => process.stderr.write(`${line}\n`) })
  process.stdout.write(`果印 Guoyin is ready: ${workbench.url}/\n`)
  // npm, the shell and the terminal may each pass Ctrl-C on; only the first counts, and closing ends the process.
  const stop = () => void workbench.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return DEFAULT_PORT
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${given}".`)
  return port
}

main().catch((error: NodeJS.ErrnoException) => {
  const inUse = error.code === 'EADDRINUSE'
  console.error(inUse ? `The port is taken by another program. Choose one: PORT=8700 npm start` : error.message)
  process.exitCode = 1
})
