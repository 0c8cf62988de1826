import fc from 'fast-check';
import { type Declaration } from '../../src/model/declaration.ts';
import type { JsonValue } from '../../src/model/json.ts';
/** Reads a declaration as a file would hold it; undefined where it is refused. */
export declare function declare(raw: JsonValue): Declaration | undefined;
/** Sound declarations of strings, numbers and booleans. */
export declare const scalarDeclarations: fc.Arbitrary<Declaration>;
/** Sound declarations of any type. */
export declare const anyDeclarations: fc.Arbitrary<Declaration>;
/** Texts that are near the edges of what declarations say. */
export declare const anyText: fc.Arbitrary<string>;
/** Numbers of every size. */
export declare const anyNumber: fc.Arbitrary<number>;
