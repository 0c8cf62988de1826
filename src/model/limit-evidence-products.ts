import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { productsLimits } from './limits-products.ts'

/** Where the rows of {@link productsLimits} come from. */
export const productsEvidence: Readonly<Record<keyof typeof productsLimits, Evidence>> = {
  catalogIdRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'The catalogue that is connected to the business account.',
  },
  catalogIdNonBlank: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'Present and not empty.',
  },
  productIdRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'The content id of the product in the catalogue.',
  },
  productIdNonBlank: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'Present and not empty.',
  },
  productIdLength: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('shareProducts'),
    note: 'WhatsApp gives no limit; the content ids of a catalogue have about 100 characters.',
  },
  singleProductInCatalogue: {
    checkable: 'no',
    confidence: 'official',
    ...cite('shareProducts', 'openApi'),
    note: 'A product that the catalogue lacks is refused (131009): Products not found in FB Catalog. Only the catalogue can tell.',
  },
  singleProductHeader: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'shareProducts'),
    note: 'A single-product message takes no header.',
  },
  singleProductSections: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference'),
    note: 'Only multi-product messages have sections.',
  },
  multiProductHeaderRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'The header is required and has to be a text.',
  },
  multiProductHeaderAttachment: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts', 'openApi', 'oldReference'),
    note: 'The header has to be a text.',
  },
  multiProductSectionsRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'openApi'),
    note: 'A multi-product message has sections, and each section has products.',
  },
  multiProductSectionCount: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'openApi', 'infobipGo'),
    note: 'One to ten sections.',
  },
  multiProductSectionTitleRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'shareProducts'),
    note: 'As soon as there is more than one section each of them needs a title.',
  },
  multiProductSingleSectionTitle: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('shareProducts'),
    note: 'The reference allows one untitled section; the page on sharing products shows a title on every section.',
  },
  multiProductSectionTitleLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'shareProducts'),
    note: '24 characters, as in a list.',
  },
  multiProductSectionTitleNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi', 'oldReference'),
    note: 'A title that is there has at least one character; white space alone is treated as empty.',
  },
  multiProductSectionTitleMarkup: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'Formatting marks are shown as they are typed.',
  },
  multiProductSectionTitleSingleLine: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'Line feeds in a title are documented nowhere.',
  },
  multiProductSectionRows: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference'),
    note: 'Rows and products do not mix: rows belong to a list.',
  },
  multiProductSectionProductCount: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'infobipGo'),
    note: 'At least one product in every section. The most products are counted over all sections.',
  },
  multiProductProductCount: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'shareProducts', 'openApi'),
    note: 'Thirty products over all sections; one schema sets thirty on each section, the reference says across all.',
  },
  multiProductProductUnique: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('shareProducts'),
    note: 'Repeated products are documented nowhere.',
  },
  multiProductInCatalogue: {
    checkable: 'no',
    confidence: 'official',
    ...cite('shareProducts'),
    note: 'At least one product has to be in the catalogue, else nothing is sent; the others are dropped and a notice follows.',
  },
}
