#!/usr/bin/env node
'use strict'

// Cloud functions see UTC on the real platform; a developer's own zone would hide mistakes.
process.env.TZ = 'UTC'
require('tsx/cjs')
require('../src/cli').main(process.argv.slice(2))
