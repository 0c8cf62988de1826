import { type Options } from 'ajv';
/**
 * How our schemas are read: every keyword must be known and fit its type, and lengths count UTF-16
 * units. `logger: false` because ajv calls the switch for the unit deprecated on every start.
 */
export declare const ajvOptions: Options;
/** Writes the precompiled validators of our schemas as one module that imports nothing. */
export declare function generateValidators(): string;
/** Writes the types of {@link generateValidators}'s module. */
export declare function generateValidatorTypes(): string;
