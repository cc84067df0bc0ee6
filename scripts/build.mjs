import './machine/project-folder.mjs'
import { buildProduct } from './machine/build-product.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { interruption } from './machine/interruption.mjs'
import { requireNode } from './machine/require-node.mjs'

requireNode()
const interrupted = interruption()
await installDependencies(interrupted)
await buildProduct({ interrupted, isForced: true })
