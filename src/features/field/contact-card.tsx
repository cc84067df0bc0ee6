'use client'
import { MapPin, MessageCircle, Navigation, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/phone'
import { callLink, cityLine, routeLink, streetLine, whatsappLink } from './contact-links'
import type { FieldGroup } from './field-client'

/** Who and where, and the three ways to get there. */
export function ContactCard({ group }: { group: FieldGroup }) {
  const t = useTranslations('field')
  const { place, customerName, contactName, phone } = group
  return (
    <section className="card" aria-labelledby="contact">
      <div className="line">
        <MapPin aria-hidden className="i" />
        <div>
          <h2 id="contact">{customerName ?? t('group.noCustomer')}</h2>
          {place && (
            <p className="card__meta">
              <span className="card__place">{streetLine(place)}</span>
              <span className="card__place">{cityLine(place)}</span>
              {place.postalCode && (
                <span className="card__place">{t('detail.postalCode', { code: postalCode(place.postalCode) })}</span>
              )}
            </p>
          )}
          {(contactName || phone) && (
            <p className="card__meta card__person">
              {contactName && <b className="card__place">{contactName}</b>}
              {phone && <span className="card__place">{formatPhone(phone)}</span>}
            </p>
          )}
        </div>
      </div>
      {(place || phone) && (
        <div className="card__acts">
          {place && (
            <a className="btn btn--stack" href={routeLink(place)}>
              <Navigation aria-hidden className="i" />
              {t('act.route')}
            </a>
          )}
          {phone && (
            <>
              <a className="btn btn--stack" href={callLink(phone)}>
                <Phone aria-hidden className="i" />
                {t('act.call')}
              </a>
              <a className="btn btn--stack" href={whatsappLink(phone)} target="_blank" rel="noopener">
                <MessageCircle aria-hidden className="i" />
                {t('act.whatsapp')}
              </a>
            </>
          )}
        </div>
      )}
    </section>
  )
}

const postalCode = (digits: string): string => digits.replace(/^(\d{5})(\d{3})$/, '$1-$2')
