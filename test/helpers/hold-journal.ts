import { openJournal } from '../../src/host/journal.ts'

// A process that holds a journal until it is killed.
const journal = openJournal(process.argv[2] ?? '')
await journal.intend(1, '+16044441111')
process.send?.('held')
setInterval(() => {}, 1000)
