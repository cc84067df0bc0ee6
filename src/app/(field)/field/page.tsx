import { FieldShell } from '@/features/field/field-shell'

/** One page for the whole field; its screens are told apart in the browser. */
export default function FieldPage() {
  return <FieldShell />
}
