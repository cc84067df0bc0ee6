export {
  createEmpreitaClient,
  type EmpreitaClient,
  type EmpreitaClientOptions,
  type Inputs,
  type Outputs,
} from './create-empreita-client.js'
export { newCommandId } from './new-command-id.js'
export { type Refusal, refusalOf } from './refusal-of.js'
