import type { Table } from './case'
import { add, createCollection } from './cases/add'
import { aggregate } from './cases/aggregate'
import { doc } from './cases/document'
import { expressions } from './cases/expressions'
import { functions } from './cases/function'
import { geo } from './cases/geo'
import { paging } from './cases/paging'
import { query } from './cases/query'
import { storage } from './cases/storage'
import { transaction } from './cases/transaction'
import { updateCommands } from './cases/update'
import { whereUpdate } from './cases/where-update'
import { cloudPay, openapi } from './cases/wechat'

export const TABLES: Table[] = [
  createCollection,
  add,
  doc,
  query,
  paging,
  updateCommands,
  whereUpdate,
  geo,
  aggregate,
  expressions,
  transaction,
  functions,
  storage,
  openapi,
  cloudPay,
]
