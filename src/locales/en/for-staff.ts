import { staff } from './staff'
import { desk } from './desk'
import { review } from './review'
import { intake } from './intake'
import { bench } from './bench'
import { decide } from './decide'
import { packing } from './packing'
import { claims } from './claims'
import { troubles } from './troubles'
import { sheets } from './sheets'
import { week } from './week'
import { job } from './job'

export const enForStaff = { staff, desk, review, intake, bench, decide, packing, claims, troubles, week, sheets, job }
