import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { mediaFilesLimits } from './limits-media-files.ts'

/** Where the rows of {@link mediaFilesLimits} come from. */
export const mediaFilesEvidence: Readonly<Record<keyof typeof mediaFilesLimits, Evidence>> = {
  mediaPublic: {
    checkable: 'no',
    confidence: 'official',
    ...cite('oldReference', 'metaSending', 'twilioMedia'),
    note: 'The address must answer 200 without login or cookies, with the right content type and the file itself. It is fetched after the API has accepted the message, so a failure arrives later as 131053 and no payload can prove it.',
  },
  mediaRedirect: {
    checkable: 'no',
    confidence: 'inferred',
    ...cite('metaSending'),
    note: 'What the fetcher does with redirects and slow servers is documented nowhere: name the final address.',
  },
  mediaCache: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaSending', 'oldReference'),
    note: 'A fetched file is kept ten minutes for the same address; another query string makes it be fetched anew.',
  },
  mediaSize: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference'),
    note: 'No file of any kind may exceed 100 MB. Meta does not say which megabyte it means; the decimal one is the smaller.',
  },
  imageSize: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'imageMessages', 'exotelMedia', 'twilioMedia'),
    note: '5 MB, counted as 5,000,000 bytes: what lies between that and 5,242,880 is unproven.',
  },
  videoSize: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'videoMessages', 'exotelMedia'),
    note: '16 MB, counted as 16,000,000 bytes.',
  },
  audioSize: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'audioMessages', 'exotelMedia'),
    note: '16 MB, counted as 16,000,000 bytes.',
  },
  documentSize: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'documentMessages', 'exotelMedia'),
    note: '100 MB, counted as 100,000,000 bytes.',
  },
  imageFileType: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'imageMessages'),
    note: 'JPEG (image/jpeg) or PNG (image/png). WebP is for stickers, which cannot be sent here.',
  },
  imageColour: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference'),
    note: '8-bit RGB or RGBA: neither CMYK nor 16 bits a channel.',
  },
  videoFileType: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'uploadTypes'),
    note: 'MP4 (video/mp4) or 3GP (video/3gpp; some pages write video/3gp, the live list of the upload endpoint video/3gpp).',
  },
  videoCodec: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'videoMessages'),
    note: 'H.264 video with AAC audio, in one audio stream or none.',
  },
  videoProfile: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference'),
    note: 'H.264 High profile with B-frames does not play on Android: use Main without B-frames or Baseline, with the moov atom before mdat.',
  },
  audioFileType: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'audioMessages', 'chatwootAudio'),
    note: 'One of audio/aac, audio/amr, audio/mpeg, audio/mp4, and audio/ogg with Opus. Live refusal (131053): Unsupported Audio mime type audio/opus. Please use one of audio/ogg; codecs=opus, audio/mpeg, audio/amr, audio/mp4, audio/aac.',
  },
  audioChannels: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference'),
    note: 'Ogg with Opus has to be mono; plain audio/ogg with another codec is not supported.',
  },
  documentFileType: {
    checkable: 'no',
    confidence: 'official',
    ...cite('mediaReference', 'documentMessages', 'uploadTypes', 'sinchMedia'),
    note: 'Plain text (text/plain), PDF (application/pdf), and the Word, Excel and PowerPoint types, old and OOXML. Sinch says that by link any valid type may pass; nothing proves it.',
  },
}
