import { createRoot } from 'react-dom/client'
import { Workbench } from './Workbench'
import './css/base.css'
import './css/bar.css'
import './css/phone.css'
import './css/clock.css'
import './css/inbox.css'
import './css/folds.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Workbench />)
