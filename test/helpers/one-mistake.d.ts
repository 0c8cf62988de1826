import type { JsonObject, JsonValue } from '../../src/model/json.ts';
/** A value with one mistake in it. */
export interface OneMistake {
    readonly name: string;
    readonly value: JsonValue;
    readonly rule: string;
    /** Where the one finding points. */
    readonly path: readonly (string | number)[];
}
/** Message files with one mistake each. */
export declare const oneMistake: readonly OneMistake[];
/** Message files whose one mistake is the shape of another API: editors show it key by key. */
export declare const foreignShapes: readonly OneMistake[];
/** Message files whose mistake is left to a rule. */
export declare const ruled: readonly JsonObject[];
