import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { locationLimits } from './limits-location.ts'

/** Where the rows of {@link locationLimits} come from. */
export const locationEvidence: Readonly<Record<keyof typeof locationLimits, Evidence>> = {
  locationCoordinatesRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('locationMessages', 'oldReference'),
    note: 'Connectly does not say which fields are required; WhatsApp requires both coordinates.',
  },
  latitudeRange: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('infobipGo', 'metaWhatsappRs', 'locationMessages', 'oldReference'),
    note: 'Decimal degrees. Meta states no range; the range is the one of latitudes, and libraries hold to it.',
  },
  longitudeRange: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('infobipGo', 'metaWhatsappRs', 'locationMessages', 'oldReference'),
    note: 'Decimal degrees. Meta states no range; the range is the one of longitudes, and libraries hold to it.',
  },
  coordinateFinite: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('locationMessages', 'sendSessionMessage'),
    note: 'A finite plain decimal, as a JSON number at Connectly: no exponent, no comma, no degree sign.',
  },
  locationNameRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('locationMessages', 'oldReference'),
    note: 'The new page calls the name optional, the old reference requires it: give it.',
  },
  locationAddressRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('locationMessages', 'oldReference'),
    note: 'The new page calls the address optional, the old reference requires it. It is shown only where a name stands too.',
  },
  locationNameLength: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('infobipGo', 'infobipRust'),
    note: 'Meta gives no limit; Infobip stops at 1000 characters.',
  },
  locationNameNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('locationMessages', 'oldReference'),
    note: 'White space alone is treated as left out.',
  },
  locationAddressNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('locationMessages', 'oldReference'),
    note: 'White space alone is treated as left out.',
  },
  locationAddressLength: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('infobipGo', 'infobipRust'),
    note: 'Meta gives no limit; Infobip stops at 1000 characters.',
  },
}
