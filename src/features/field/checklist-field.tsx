'use client'
import { Check } from 'lucide-react'

export type ChecklistFieldProps = {
  steps: readonly string[]
  ticked: readonly boolean[]
  onChange: (ticked: boolean[]) => void
}

/** One 48 px line per step. */
export function ChecklistField({ steps, ticked, onChange }: ChecklistFieldProps) {
  const toggle = (place: number) => onChange(steps.map((_, other) => (ticked[other] === true) !== (other === place)))
  const numbered = steps.map((step, place) => ({ step, place }))
  return (
    <div>
      {numbered.map(({ step, place }) => (
        <label className="check" key={place}>
          <input type="checkbox" checked={ticked[place] === true} onChange={() => toggle(place)} />
          {ticked[place] && <Check aria-hidden className="i" />}
          {step}
        </label>
      ))}
    </div>
  )
}
