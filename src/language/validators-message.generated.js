// Generated from schema/*.schema.json: run `npm run fix` to renew it, do not edit.

export const judgeMessage = validate21;
const schema6 = /* @__PURE__ */ JSON.parse("{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://unpkg.com/connectly-messages/schema/message.schema.json\",\"type\":\"object\",\"required\":[\"message\"],\"additionalProperties\":false,\"properties\":{\"description\":{\"$ref\":\"#/definitions/description\"},\"variables\":{\"type\":\"object\",\"patternProperties\":{\"^[A-Za-z_][A-Za-z0-9_]*$\":{\"$ref\":\"#/definitions/declaration\"}},\"additionalProperties\":false},\"examples\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/example\"}},\"message\":{\"$ref\":\"#/definitions/message\"},\"callbackData\":{\"$ref\":\"#/definitions/callbackData\"},\"campaignName\":{\"type\":\"string\"},\"sender\":{\"$ref\":\"#/definitions/sender\"},\"order\":{\"$ref\":\"#/definitions/order\"},\"fallback\":{\"$ref\":\"#/definitions/fallback\"},\"retired\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/retired\"}}},\"definitions\":{\"variant\":{\"type\":\"object\",\"required\":[\"message\"],\"additionalProperties\":false,\"properties\":{\"description\":{\"$ref\":\"#/definitions/description\"},\"message\":{\"$ref\":\"#/definitions/message\"},\"fallback\":{\"$ref\":\"#/definitions/fallback\"}}},\"description\":{\"type\":\"string\"},\"declaration\":{\"type\":[\"string\",\"object\"],\"pattern\":\"^(string(\\\\([0-9]+\\\\))?|integer|number|boolean)$\",\"required\":[\"type\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"string\",\"integer\",\"number\",\"boolean\",\"array\",\"object\"]},\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"},\"default\":{},\"examples\":{\"type\":\"array\"},\"enum\":{\"type\":\"array\"},\"const\":{},\"minLength\":{\"type\":\"integer\",\"minimum\":0},\"maxLength\":{\"type\":\"integer\",\"minimum\":0},\"pattern\":{\"type\":\"string\"},\"format\":{\"type\":\"string\",\"enum\":[\"date\",\"date-time\",\"time\",\"uuid\",\"email\",\"uri\",\"e164\"]},\"multiline\":{\"type\":\"boolean\"},\"trim\":{\"type\":\"boolean\"},\"minimum\":{\"type\":\"number\"},\"maximum\":{\"type\":\"number\"},\"exclusiveMinimum\":{\"type\":\"number\"},\"exclusiveMaximum\":{\"type\":\"number\"},\"multipleOf\":{\"type\":\"number\",\"exclusiveMinimum\":0},\"items\":{\"$ref\":\"#/definitions/declaration\"},\"minItems\":{\"type\":\"integer\",\"minimum\":0},\"maxItems\":{\"type\":\"integer\",\"minimum\":0},\"uniqueItems\":{\"type\":\"boolean\"},\"uniqueBy\":{\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}},\"properties\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/definitions/declaration\"}}}},\"retired\":{\"type\":\"object\",\"required\":[\"id\",\"reason\",\"date\"],\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\"},\"reason\":{\"type\":\"string\"},\"date\":{\"type\":\"string\"},\"type\":{\"type\":\"string\",\"enum\":[\"button\",\"row\"]},\"variables\":{\"type\":\"object\",\"patternProperties\":{\"^[A-Za-z_][A-Za-z0-9_]*$\":{\"$ref\":\"#/definitions/declaration\"}},\"additionalProperties\":false}}},\"example\":{\"type\":\"object\",\"required\":[\"name\",\"variables\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"type\":\"string\"},\"variables\":{\"type\":\"object\"}}},\"message\":{\"type\":\"object\",\"minProperties\":1,\"additionalProperties\":false,\"properties\":{\"text\":{\"type\":\"string\"},\"attachments\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/attachment\"}},\"location\":{\"$ref\":\"#/definitions/location\"},\"listMessage\":{\"$ref\":\"#/definitions/listMessage\"},\"replyButtonMessage\":{\"$ref\":\"#/definitions/replyButtonMessage\"},\"singleProductMessage\":{\"$ref\":\"#/definitions/singleProductMessage\"},\"multiProductMessage\":{\"$ref\":\"#/definitions/multiProductMessage\"},\"isEcho\":{\"type\":\"boolean\"}},\"dependencies\":{\"attachments\":{\"properties\":{\"text\":false,\"location\":false,\"listMessage\":false,\"replyButtonMessage\":false,\"singleProductMessage\":false,\"multiProductMessage\":false}},\"location\":{\"properties\":{\"text\":false,\"listMessage\":false,\"replyButtonMessage\":false,\"singleProductMessage\":false,\"multiProductMessage\":false}},\"listMessage\":{\"properties\":{\"replyButtonMessage\":false,\"singleProductMessage\":false,\"multiProductMessage\":false}},\"replyButtonMessage\":{\"properties\":{\"singleProductMessage\":false,\"multiProductMessage\":false}},\"singleProductMessage\":{\"properties\":{\"multiProductMessage\":false}}}},\"attachment\":{\"type\":\"object\",\"required\":[\"type\",\"url\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"image\",\"video\",\"audio\",\"document\"]},\"url\":{\"$ref\":\"#/definitions/url\"},\"caption\":{\"type\":\"string\"},\"filename\":{\"$ref\":\"#/definitions/filename\"}}},\"url\":{\"type\":\"string\"},\"filename\":{\"type\":\"string\"},\"location\":{\"type\":\"object\",\"required\":[\"latitude\",\"longitude\"],\"additionalProperties\":false,\"properties\":{\"latitude\":{\"type\":[\"number\",\"string\"],\"pattern\":\"^\\\\{\\\\{\\\\s*[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*\\\\}\\\\}$\"},\"longitude\":{\"type\":[\"number\",\"string\"],\"pattern\":\"^\\\\{\\\\{\\\\s*[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*\\\\}\\\\}$\"},\"name\":{\"type\":\"string\"},\"address\":{\"type\":\"string\"}}},\"listMessage\":{\"type\":\"object\",\"required\":[\"button\",\"sections\"],\"additionalProperties\":false,\"properties\":{\"header\":{\"$ref\":\"#/definitions/header\"},\"button\":{\"$ref\":\"#/definitions/listButton\"},\"sections\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/listSection\"}},\"footer\":{\"$ref\":\"#/definitions/footer\"}}},\"listButton\":{\"type\":\"object\",\"required\":[\"text\"],\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"}}},\"listSection\":{\"type\":\"object\",\"required\":[\"rows\"],\"additionalProperties\":false,\"properties\":{\"$each\":{\"$ref\":\"#/definitions/each\"},\"$if\":{\"$ref\":\"#/definitions/if\"},\"title\":{\"$ref\":\"#/definitions/sectionTitle\"},\"rows\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/listRow\"}}}},\"sectionTitle\":{\"type\":\"string\"},\"listRow\":{\"type\":\"object\",\"required\":[\"id\",\"text\"],\"additionalProperties\":false,\"properties\":{\"$each\":{\"$ref\":\"#/definitions/each\"},\"$if\":{\"$ref\":\"#/definitions/if\"},\"id\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"}}},\"replyButtonMessage\":{\"type\":\"object\",\"required\":[\"buttons\"],\"additionalProperties\":false,\"properties\":{\"header\":{\"$ref\":\"#/definitions/header\"},\"buttons\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/replyButton\"}},\"footer\":{\"$ref\":\"#/definitions/footer\"}}},\"replyButton\":{\"type\":\"object\",\"required\":[\"id\",\"text\"],\"additionalProperties\":false,\"properties\":{\"$each\":{\"$ref\":\"#/definitions/each\"},\"$if\":{\"$ref\":\"#/definitions/if\"},\"id\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"}}},\"singleProductMessage\":{\"type\":\"object\",\"required\":[\"catalogId\",\"productItem\"],\"additionalProperties\":false,\"properties\":{\"catalogId\":{\"$ref\":\"#/definitions/catalogId\"},\"productItem\":{\"$ref\":\"#/definitions/product\"},\"footer\":{\"$ref\":\"#/definitions/footer\"}}},\"multiProductMessage\":{\"type\":\"object\",\"required\":[\"catalogId\",\"sections\"],\"additionalProperties\":false,\"properties\":{\"header\":{\"$ref\":\"#/definitions/header\"},\"catalogId\":{\"$ref\":\"#/definitions/catalogId\"},\"sections\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/productSection\"}},\"footer\":{\"$ref\":\"#/definitions/footer\"}}},\"productSection\":{\"type\":\"object\",\"required\":[\"productItems\"],\"additionalProperties\":false,\"properties\":{\"$each\":{\"$ref\":\"#/definitions/each\"},\"$if\":{\"$ref\":\"#/definitions/if\"},\"title\":{\"$ref\":\"#/definitions/sectionTitle\"},\"productItems\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/productItem\"}}}},\"productItem\":{\"type\":\"object\",\"required\":[\"productRetailerId\"],\"additionalProperties\":false,\"properties\":{\"$each\":{\"$ref\":\"#/definitions/each\"},\"$if\":{\"$ref\":\"#/definitions/if\"},\"productRetailerId\":{\"$ref\":\"#/definitions/productRetailerId\"}}},\"product\":{\"type\":\"object\",\"required\":[\"productRetailerId\"],\"additionalProperties\":false,\"properties\":{\"productRetailerId\":{\"$ref\":\"#/definitions/productRetailerId\"}}},\"catalogId\":{\"type\":\"string\"},\"productRetailerId\":{\"type\":\"string\"},\"header\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"$if\":{\"$ref\":\"#/definitions/if\"},\"text\":{\"type\":\"string\"},\"attachment\":{\"$ref\":\"#/definitions/headerAttachment\"}},\"dependencies\":{\"text\":{\"properties\":{\"attachment\":false}}}},\"headerAttachment\":{\"type\":\"object\",\"required\":[\"type\",\"url\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"image\",\"video\",\"document\"]},\"url\":{\"$ref\":\"#/definitions/url\"},\"caption\":{\"type\":\"string\"},\"filename\":{\"$ref\":\"#/definitions/filename\"}}},\"footer\":{\"type\":\"object\",\"required\":[\"text\"],\"additionalProperties\":false,\"properties\":{\"$if\":{\"$ref\":\"#/definitions/if\"},\"text\":{\"type\":\"string\"}}},\"each\":{\"type\":\"string\",\"pattern\":\"^\\\\s*[A-Za-z_][A-Za-z0-9_]*\\\\s+in\\\\s+[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*$\"},\"if\":{\"type\":\"string\",\"pattern\":\"^\\\\s*(not\\\\s+)?[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*$\"},\"callbackData\":{\"type\":[\"object\",\"array\",\"string\",\"number\",\"boolean\",\"null\"],\"patternProperties\":{\"^\\\\$\":false},\"additionalProperties\":{\"$ref\":\"#/definitions/callbackData\"},\"items\":{\"$ref\":\"#/definitions/callbackData\"}},\"sender\":{\"type\":[\"string\",\"object\"],\"pattern\":\"^\\\\+[1-9][0-9]{1,14}$|\\\\{\\\\{\",\"required\":[\"id\"],\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\",\"pattern\":\"^\\\\+[1-9][0-9]{1,14}$|\\\\{\\\\{\"},\"channelType\":{\"type\":\"string\",\"const\":\"whatsapp\"},\"name\":{\"type\":\"string\"}}},\"order\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"parentId\":{\"type\":\"string\"},\"strategy\":{\"type\":\"string\",\"enum\":[\"independent\",\"short_circuit\"]}}},\"fallback\":{\"type\":\"object\",\"required\":[\"templateName\",\"language\"],\"additionalProperties\":false,\"properties\":{\"templateName\":{\"type\":\"string\"},\"language\":{\"type\":\"string\"},\"parameters\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}}}}}");
const func0 = Object.prototype.hasOwnProperty;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = /* @__PURE__ */ JSON.parse("{\"type\":[\"string\",\"object\"],\"pattern\":\"^(string(\\\\([0-9]+\\\\))?|integer|number|boolean)$\",\"required\":[\"type\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"string\",\"integer\",\"number\",\"boolean\",\"array\",\"object\"]},\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"},\"default\":{},\"examples\":{\"type\":\"array\"},\"enum\":{\"type\":\"array\"},\"const\":{},\"minLength\":{\"type\":\"integer\",\"minimum\":0},\"maxLength\":{\"type\":\"integer\",\"minimum\":0},\"pattern\":{\"type\":\"string\"},\"format\":{\"type\":\"string\",\"enum\":[\"date\",\"date-time\",\"time\",\"uuid\",\"email\",\"uri\",\"e164\"]},\"multiline\":{\"type\":\"boolean\"},\"trim\":{\"type\":\"boolean\"},\"minimum\":{\"type\":\"number\"},\"maximum\":{\"type\":\"number\"},\"exclusiveMinimum\":{\"type\":\"number\"},\"exclusiveMaximum\":{\"type\":\"number\"},\"multipleOf\":{\"type\":\"number\",\"exclusiveMinimum\":0},\"items\":{\"$ref\":\"#/definitions/declaration\"},\"minItems\":{\"type\":\"integer\",\"minimum\":0},\"maxItems\":{\"type\":\"integer\",\"minimum\":0},\"uniqueItems\":{\"type\":\"boolean\"},\"uniqueBy\":{\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}},\"properties\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/definitions/declaration\"}}}}");
const pattern2 = new RegExp("^(string(\\([0-9]+\\))?|integer|number|boolean)$", "u");
const wrapper0 = {validate: validate24};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema8.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern2.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(string(\\([0-9]+\\))?|integer|number|boolean)$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema8.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((((data0 === "string") || (data0 === "integer")) || (data0 === "number")) || (data0 === "boolean")) || (data0 === "array")) || (data0 === "object"))){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema8.properties.type.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.title !== undefined && func0.call(data, "title")){
if(typeof data.title !== "string"){
const err6 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
if(typeof data.description !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.examples !== undefined && func0.call(data, "examples")){
if(!(Array.isArray(data.examples))){
const err8 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.enum !== undefined && func0.call(data, "enum")){
if(!(Array.isArray(data.enum))){
const err9 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minLength !== undefined && func0.call(data, "minLength")){
let data5 = data.minLength;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err10 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.maxLength !== undefined && func0.call(data, "maxLength")){
let data6 = data.maxLength;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err12 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.pattern !== undefined && func0.call(data, "pattern")){
if(typeof data.pattern !== "string"){
const err14 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.format !== undefined && func0.call(data, "format")){
let data8 = data.format;
if(typeof data8 !== "string"){
const err15 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((((((data8 === "date") || (data8 === "date-time")) || (data8 === "time")) || (data8 === "uuid")) || (data8 === "email")) || (data8 === "uri")) || (data8 === "e164"))){
const err16 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema8.properties.format.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.multiline !== undefined && func0.call(data, "multiline")){
if(typeof data.multiline !== "boolean"){
const err17 = {instancePath:instancePath+"/multiline",schemaPath:"#/properties/multiline/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.trim !== undefined && func0.call(data, "trim")){
if(typeof data.trim !== "boolean"){
const err18 = {instancePath:instancePath+"/trim",schemaPath:"#/properties/trim/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.minimum !== undefined && func0.call(data, "minimum")){
let data11 = data.minimum;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err19 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.maximum !== undefined && func0.call(data, "maximum")){
let data12 = data.maximum;
if(!((typeof data12 == "number") && (isFinite(data12)))){
const err20 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.exclusiveMinimum !== undefined && func0.call(data, "exclusiveMinimum")){
let data13 = data.exclusiveMinimum;
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err21 = {instancePath:instancePath+"/exclusiveMinimum",schemaPath:"#/properties/exclusiveMinimum/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.exclusiveMaximum !== undefined && func0.call(data, "exclusiveMaximum")){
let data14 = data.exclusiveMaximum;
if(!((typeof data14 == "number") && (isFinite(data14)))){
const err22 = {instancePath:instancePath+"/exclusiveMaximum",schemaPath:"#/properties/exclusiveMaximum/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.multipleOf !== undefined && func0.call(data, "multipleOf")){
let data15 = data.multipleOf;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 <= 0 || isNaN(data15)){
const err23 = {instancePath:instancePath+"/multipleOf",schemaPath:"#/properties/multipleOf/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/multipleOf",schemaPath:"#/properties/multipleOf/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.items !== undefined && func0.call(data, "items")){
if(!(wrapper0.validate(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : join(vErrors, wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.minItems !== undefined && func0.call(data, "minItems")){
let data17 = data.minItems;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err25 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err26 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.maxItems !== undefined && func0.call(data, "maxItems")){
let data18 = data.maxItems;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err27 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err28 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.uniqueItems !== undefined && func0.call(data, "uniqueItems")){
if(typeof data.uniqueItems !== "boolean"){
const err29 = {instancePath:instancePath+"/uniqueItems",schemaPath:"#/properties/uniqueItems/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.uniqueBy !== undefined && func0.call(data, "uniqueBy")){
let data20 = data.uniqueBy;
if((typeof data20 !== "string") && (!(Array.isArray(data20)))){
const err30 = {instancePath:instancePath+"/uniqueBy",schemaPath:"#/properties/uniqueBy/type",keyword:"type",params:{type: schema8.properties.uniqueBy.type}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data20)){
const len0 = data20.length;
for(let i0=0; i0<len0; i0++){
if(typeof data20[i0] !== "string"){
const err31 = {instancePath:instancePath+"/uniqueBy/" + i0,schemaPath:"#/properties/uniqueBy/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data.properties !== undefined && func0.call(data, "properties")){
let data22 = data.properties;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key1 of Object.keys(data22)){
if(!(wrapper0.validate(data22[key1], {instancePath:instancePath+"/properties/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data22,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : join(vErrors, wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
validate24.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.variables === undefined) || (!(func0.call(data, "variables")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "variables"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "name") || (key0 === "variables"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.variables !== undefined && func0.call(data, "variables")){
let data1 = data.variables;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err4 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema11 = /* @__PURE__ */ JSON.parse("{\"type\":\"object\",\"required\":[\"type\",\"url\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"image\",\"video\",\"audio\",\"document\"]},\"url\":{\"$ref\":\"#/definitions/url\"},\"caption\":{\"type\":\"string\"},\"filename\":{\"$ref\":\"#/definitions/filename\"}}}");

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.url === undefined) || (!(func0.call(data, "url")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "type") || (key0 === "url")) || (key0 === "caption")) || (key0 === "filename"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data0 === "image") || (data0 === "video")) || (data0 === "audio")) || (data0 === "document"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema11.properties.type.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.url !== undefined && func0.call(data, "url")){
if(!(validate30(data.url, {instancePath:instancePath+"/url",parentData:data,parentDataProperty:"url",rootData}))){
vErrors = vErrors === null ? validate30.errors : join(vErrors, validate30.errors);
errors = vErrors.length;
}
}
if(data.caption !== undefined && func0.call(data, "caption")){
if(typeof data.caption !== "string"){
const err5 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.filename !== undefined && func0.call(data, "filename")){
if(!(validate32(data.filename, {instancePath:instancePath+"/filename",parentData:data,parentDataProperty:"filename",rootData}))){
vErrors = vErrors === null ? validate32.errors : join(vErrors, validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema14 = /* @__PURE__ */ JSON.parse("{\"type\":\"object\",\"required\":[\"latitude\",\"longitude\"],\"additionalProperties\":false,\"properties\":{\"latitude\":{\"type\":[\"number\",\"string\"],\"pattern\":\"^\\\\{\\\\{\\\\s*[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*\\\\}\\\\}$\"},\"longitude\":{\"type\":[\"number\",\"string\"],\"pattern\":\"^\\\\{\\\\{\\\\s*[A-Za-z_][A-Za-z0-9_]*(\\\\.[A-Za-z_][A-Za-z0-9_]*)*\\\\s*\\\\}\\\\}$\"},\"name\":{\"type\":\"string\"},\"address\":{\"type\":\"string\"}}}");
const pattern3 = new RegExp("^\\{\\{\\s*[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*\\}\\}$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.latitude === undefined) || (!(func0.call(data, "latitude")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "latitude"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.longitude === undefined) || (!(func0.call(data, "longitude")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "longitude"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "latitude") || (key0 === "longitude")) || (key0 === "name")) || (key0 === "address"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.latitude !== undefined && func0.call(data, "latitude")){
let data0 = data.latitude;
if((!((typeof data0 == "number") && (isFinite(data0)))) && (typeof data0 !== "string")){
const err3 = {instancePath:instancePath+"/latitude",schemaPath:"#/properties/latitude/type",keyword:"type",params:{type: schema14.properties.latitude.type}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err4 = {instancePath:instancePath+"/latitude",schemaPath:"#/properties/latitude/pattern",keyword:"pattern",params:{pattern: "^\\{\\{\\s*[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*\\}\\}$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.longitude !== undefined && func0.call(data, "longitude")){
let data1 = data.longitude;
if((!((typeof data1 == "number") && (isFinite(data1)))) && (typeof data1 !== "string")){
const err5 = {instancePath:instancePath+"/longitude",schemaPath:"#/properties/longitude/type",keyword:"type",params:{type: schema14.properties.longitude.type}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/longitude",schemaPath:"#/properties/longitude/pattern",keyword:"pattern",params:{pattern: "^\\{\\{\\s*[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*\\}\\}$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.address !== undefined && func0.call(data, "address")){
if(typeof data.address !== "string"){
const err8 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^\\s*(not\\s+)?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*$", "u");

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern5.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\s*(not\\s+)?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

const schema18 = /* @__PURE__ */ JSON.parse("{\"type\":\"object\",\"required\":[\"type\",\"url\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"image\",\"video\",\"document\"]},\"url\":{\"$ref\":\"#/definitions/url\"},\"caption\":{\"type\":\"string\"},\"filename\":{\"$ref\":\"#/definitions/filename\"}}}");

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.url === undefined) || (!(func0.call(data, "url")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "type") || (key0 === "url")) || (key0 === "caption")) || (key0 === "filename"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((data0 === "image") || (data0 === "video")) || (data0 === "document"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema18.properties.type.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.url !== undefined && func0.call(data, "url")){
if(!(validate30(data.url, {instancePath:instancePath+"/url",parentData:data,parentDataProperty:"url",rootData}))){
vErrors = vErrors === null ? validate30.errors : join(vErrors, validate30.errors);
errors = vErrors.length;
}
}
if(data.caption !== undefined && func0.call(data, "caption")){
if(typeof data.caption !== "string"){
const err5 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.filename !== undefined && func0.call(data, "filename")){
if(!(validate32(data.filename, {instancePath:instancePath+"/filename",parentData:data,parentDataProperty:"filename",rootData}))){
vErrors = vErrors === null ? validate32.errors : join(vErrors, validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!(((key0 === "$if") || (key0 === "text")) || (key0 === "attachment"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attachment !== undefined && func0.call(data, "attachment")){
const err1 = {instancePath:instancePath+"/attachment",schemaPath:"#/dependencies/text/properties/attachment/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err2 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.attachment !== undefined && func0.call(data, "attachment")){
if(!(validate41(data.attachment, {instancePath:instancePath+"/attachment",parentData:data,parentDataProperty:"attachment",rootData}))){
vErrors = vErrors === null ? validate41.errors : join(vErrors, validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.text === undefined) || (!(func0.call(data, "text")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "id") || (key0 === "text"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
if(typeof data.id !== "string"){
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err3 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^\\s*[A-Za-z_][A-Za-z0-9_]*\\s+in\\s+[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*$", "u");

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern6.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\s*[A-Za-z_][A-Za-z0-9_]*\\s+in\\s+[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\s*$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}


function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.text === undefined) || (!(func0.call(data, "text")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "$each") || (key0 === "$if")) || (key0 === "id")) || (key0 === "text")) || (key0 === "description"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$each !== undefined && func0.call(data, "$each")){
if(!(validate49(data.$each, {instancePath:instancePath+"/$each",parentData:data,parentDataProperty:"$each",rootData}))){
vErrors = vErrors === null ? validate49.errors : join(vErrors, validate49.errors);
errors = vErrors.length;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.id !== undefined && func0.call(data, "id")){
if(typeof data.id !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err4 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
if(typeof data.description !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.rows === undefined) || (!(func0.call(data, "rows")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rows"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "$each") || (key0 === "$if")) || (key0 === "title")) || (key0 === "rows"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$each !== undefined && func0.call(data, "$each")){
if(!(validate49(data.$each, {instancePath:instancePath+"/$each",parentData:data,parentDataProperty:"$each",rootData}))){
vErrors = vErrors === null ? validate49.errors : join(vErrors, validate49.errors);
errors = vErrors.length;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined && func0.call(data, "title")){
if(!(validate52(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate52.errors : join(vErrors, validate52.errors);
errors = vErrors.length;
}
}
if(data.rows !== undefined && func0.call(data, "rows")){
let data3 = data.rows;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate54(data3[i0], {instancePath:instancePath+"/rows/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate54.errors : join(vErrors, validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.text === undefined) || (!(func0.call(data, "text")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "$if") || (key0 === "text"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err2 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.button === undefined) || (!(func0.call(data, "button")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "button"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.sections === undefined) || (!(func0.call(data, "sections")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sections"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "header") || (key0 === "button")) || (key0 === "sections")) || (key0 === "footer"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.header !== undefined && func0.call(data, "header")){
if(!(validate38(data.header, {instancePath:instancePath+"/header",parentData:data,parentDataProperty:"header",rootData}))){
vErrors = vErrors === null ? validate38.errors : join(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.button !== undefined && func0.call(data, "button")){
if(!(validate46(data.button, {instancePath:instancePath+"/button",parentData:data,parentDataProperty:"button",rootData}))){
vErrors = vErrors === null ? validate46.errors : join(vErrors, validate46.errors);
errors = vErrors.length;
}
}
if(data.sections !== undefined && func0.call(data, "sections")){
let data2 = data.sections;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate48(data2[i0], {instancePath:instancePath+"/sections/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate48.errors : join(vErrors, validate48.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.footer !== undefined && func0.call(data, "footer")){
if(!(validate59(data.footer, {instancePath:instancePath+"/footer",parentData:data,parentDataProperty:"footer",rootData}))){
vErrors = vErrors === null ? validate59.errors : join(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.text === undefined) || (!(func0.call(data, "text")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "$each") || (key0 === "$if")) || (key0 === "id")) || (key0 === "text"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$each !== undefined && func0.call(data, "$each")){
if(!(validate49(data.$each, {instancePath:instancePath+"/$each",parentData:data,parentDataProperty:"$each",rootData}))){
vErrors = vErrors === null ? validate49.errors : join(vErrors, validate49.errors);
errors = vErrors.length;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.id !== undefined && func0.call(data, "id")){
if(typeof data.id !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err4 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.buttons === undefined) || (!(func0.call(data, "buttons")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buttons"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "header") || (key0 === "buttons")) || (key0 === "footer"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.header !== undefined && func0.call(data, "header")){
if(!(validate38(data.header, {instancePath:instancePath+"/header",parentData:data,parentDataProperty:"header",rootData}))){
vErrors = vErrors === null ? validate38.errors : join(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.buttons !== undefined && func0.call(data, "buttons")){
let data1 = data.buttons;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate65(data1[i0], {instancePath:instancePath+"/buttons/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate65.errors : join(vErrors, validate65.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/buttons",schemaPath:"#/properties/buttons/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.footer !== undefined && func0.call(data, "footer")){
if(!(validate59(data.footer, {instancePath:instancePath+"/footer",parentData:data,parentDataProperty:"footer",rootData}))){
vErrors = vErrors === null ? validate59.errors : join(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.productRetailerId === undefined) || (!(func0.call(data, "productRetailerId")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "productRetailerId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "productRetailerId")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.productRetailerId !== undefined && func0.call(data, "productRetailerId")){
if(!(validate75(data.productRetailerId, {instancePath:instancePath+"/productRetailerId",parentData:data,parentDataProperty:"productRetailerId",rootData}))){
vErrors = vErrors === null ? validate75.errors : join(vErrors, validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.catalogId === undefined) || (!(func0.call(data, "catalogId")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "catalogId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.productItem === undefined) || (!(func0.call(data, "productItem")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "productItem"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "catalogId") || (key0 === "productItem")) || (key0 === "footer"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.catalogId !== undefined && func0.call(data, "catalogId")){
if(!(validate72(data.catalogId, {instancePath:instancePath+"/catalogId",parentData:data,parentDataProperty:"catalogId",rootData}))){
vErrors = vErrors === null ? validate72.errors : join(vErrors, validate72.errors);
errors = vErrors.length;
}
}
if(data.productItem !== undefined && func0.call(data, "productItem")){
if(!(validate74(data.productItem, {instancePath:instancePath+"/productItem",parentData:data,parentDataProperty:"productItem",rootData}))){
vErrors = vErrors === null ? validate74.errors : join(vErrors, validate74.errors);
errors = vErrors.length;
}
}
if(data.footer !== undefined && func0.call(data, "footer")){
if(!(validate59(data.footer, {instancePath:instancePath+"/footer",parentData:data,parentDataProperty:"footer",rootData}))){
vErrors = vErrors === null ? validate59.errors : join(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.productRetailerId === undefined) || (!(func0.call(data, "productRetailerId")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "productRetailerId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "$each") || (key0 === "$if")) || (key0 === "productRetailerId"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$each !== undefined && func0.call(data, "$each")){
if(!(validate49(data.$each, {instancePath:instancePath+"/$each",parentData:data,parentDataProperty:"$each",rootData}))){
vErrors = vErrors === null ? validate49.errors : join(vErrors, validate49.errors);
errors = vErrors.length;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.productRetailerId !== undefined && func0.call(data, "productRetailerId")){
if(!(validate75(data.productRetailerId, {instancePath:instancePath+"/productRetailerId",parentData:data,parentDataProperty:"productRetailerId",rootData}))){
vErrors = vErrors === null ? validate75.errors : join(vErrors, validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.productItems === undefined) || (!(func0.call(data, "productItems")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "productItems"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "$each") || (key0 === "$if")) || (key0 === "title")) || (key0 === "productItems"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$each !== undefined && func0.call(data, "$each")){
if(!(validate49(data.$each, {instancePath:instancePath+"/$each",parentData:data,parentDataProperty:"$each",rootData}))){
vErrors = vErrors === null ? validate49.errors : join(vErrors, validate49.errors);
errors = vErrors.length;
}
}
if(data.$if !== undefined && func0.call(data, "$if")){
if(!(validate39(data.$if, {instancePath:instancePath+"/$if",parentData:data,parentDataProperty:"$if",rootData}))){
vErrors = vErrors === null ? validate39.errors : join(vErrors, validate39.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined && func0.call(data, "title")){
if(!(validate52(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate52.errors : join(vErrors, validate52.errors);
errors = vErrors.length;
}
}
if(data.productItems !== undefined && func0.call(data, "productItems")){
let data3 = data.productItems;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate87(data3[i0], {instancePath:instancePath+"/productItems/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate87.errors : join(vErrors, validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/productItems",schemaPath:"#/properties/productItems/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.catalogId === undefined) || (!(func0.call(data, "catalogId")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "catalogId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.sections === undefined) || (!(func0.call(data, "sections")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sections"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "header") || (key0 === "catalogId")) || (key0 === "sections")) || (key0 === "footer"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.header !== undefined && func0.call(data, "header")){
if(!(validate38(data.header, {instancePath:instancePath+"/header",parentData:data,parentDataProperty:"header",rootData}))){
vErrors = vErrors === null ? validate38.errors : join(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.catalogId !== undefined && func0.call(data, "catalogId")){
if(!(validate72(data.catalogId, {instancePath:instancePath+"/catalogId",parentData:data,parentDataProperty:"catalogId",rootData}))){
vErrors = vErrors === null ? validate72.errors : join(vErrors, validate72.errors);
errors = vErrors.length;
}
}
if(data.sections !== undefined && func0.call(data, "sections")){
let data2 = data.sections;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate83(data2[i0], {instancePath:instancePath+"/sections/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate83.errors : join(vErrors, validate83.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.footer !== undefined && func0.call(data, "footer")){
if(!(validate59(data.footer, {instancePath:instancePath+"/footer",parentData:data,parentDataProperty:"footer",rootData}))){
vErrors = vErrors === null ? validate59.errors : join(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "text") || (key0 === "attachments")) || (key0 === "location")) || (key0 === "listMessage")) || (key0 === "replyButtonMessage")) || (key0 === "singleProductMessage")) || (key0 === "multiProductMessage")) || (key0 === "isEcho"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.attachments !== undefined && func0.call(data, "attachments")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.text !== undefined && func0.call(data, "text")){
const err2 = {instancePath:instancePath+"/text",schemaPath:"#/dependencies/attachments/properties/text/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.location !== undefined && func0.call(data, "location")){
const err3 = {instancePath:instancePath+"/location",schemaPath:"#/dependencies/attachments/properties/location/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.listMessage !== undefined && func0.call(data, "listMessage")){
const err4 = {instancePath:instancePath+"/listMessage",schemaPath:"#/dependencies/attachments/properties/listMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.replyButtonMessage !== undefined && func0.call(data, "replyButtonMessage")){
const err5 = {instancePath:instancePath+"/replyButtonMessage",schemaPath:"#/dependencies/attachments/properties/replyButtonMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
const err6 = {instancePath:instancePath+"/singleProductMessage",schemaPath:"#/dependencies/attachments/properties/singleProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
const err7 = {instancePath:instancePath+"/multiProductMessage",schemaPath:"#/dependencies/attachments/properties/multiProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.location !== undefined && func0.call(data, "location")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.text !== undefined && func0.call(data, "text")){
const err8 = {instancePath:instancePath+"/text",schemaPath:"#/dependencies/location/properties/text/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.listMessage !== undefined && func0.call(data, "listMessage")){
const err9 = {instancePath:instancePath+"/listMessage",schemaPath:"#/dependencies/location/properties/listMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.replyButtonMessage !== undefined && func0.call(data, "replyButtonMessage")){
const err10 = {instancePath:instancePath+"/replyButtonMessage",schemaPath:"#/dependencies/location/properties/replyButtonMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
const err11 = {instancePath:instancePath+"/singleProductMessage",schemaPath:"#/dependencies/location/properties/singleProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
const err12 = {instancePath:instancePath+"/multiProductMessage",schemaPath:"#/dependencies/location/properties/multiProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.listMessage !== undefined && func0.call(data, "listMessage")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.replyButtonMessage !== undefined && func0.call(data, "replyButtonMessage")){
const err13 = {instancePath:instancePath+"/replyButtonMessage",schemaPath:"#/dependencies/listMessage/properties/replyButtonMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
const err14 = {instancePath:instancePath+"/singleProductMessage",schemaPath:"#/dependencies/listMessage/properties/singleProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
const err15 = {instancePath:instancePath+"/multiProductMessage",schemaPath:"#/dependencies/listMessage/properties/multiProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.replyButtonMessage !== undefined && func0.call(data, "replyButtonMessage")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
const err16 = {instancePath:instancePath+"/singleProductMessage",schemaPath:"#/dependencies/replyButtonMessage/properties/singleProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
const err17 = {instancePath:instancePath+"/multiProductMessage",schemaPath:"#/dependencies/replyButtonMessage/properties/multiProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
const err18 = {instancePath:instancePath+"/multiProductMessage",schemaPath:"#/dependencies/singleProductMessage/properties/multiProductMessage/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.text !== undefined && func0.call(data, "text")){
if(typeof data.text !== "string"){
const err19 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.attachments !== undefined && func0.call(data, "attachments")){
let data18 = data.attachments;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data18[i0], {instancePath:instancePath+"/attachments/" + i0,parentData:data18,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : join(vErrors, validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.location !== undefined && func0.call(data, "location")){
if(!(validate35(data.location, {instancePath:instancePath+"/location",parentData:data,parentDataProperty:"location",rootData}))){
vErrors = vErrors === null ? validate35.errors : join(vErrors, validate35.errors);
errors = vErrors.length;
}
}
if(data.listMessage !== undefined && func0.call(data, "listMessage")){
if(!(validate37(data.listMessage, {instancePath:instancePath+"/listMessage",parentData:data,parentDataProperty:"listMessage",rootData}))){
vErrors = vErrors === null ? validate37.errors : join(vErrors, validate37.errors);
errors = vErrors.length;
}
}
if(data.replyButtonMessage !== undefined && func0.call(data, "replyButtonMessage")){
if(!(validate63(data.replyButtonMessage, {instancePath:instancePath+"/replyButtonMessage",parentData:data,parentDataProperty:"replyButtonMessage",rootData}))){
vErrors = vErrors === null ? validate63.errors : join(vErrors, validate63.errors);
errors = vErrors.length;
}
}
if(data.singleProductMessage !== undefined && func0.call(data, "singleProductMessage")){
if(!(validate71(data.singleProductMessage, {instancePath:instancePath+"/singleProductMessage",parentData:data,parentDataProperty:"singleProductMessage",rootData}))){
vErrors = vErrors === null ? validate71.errors : join(vErrors, validate71.errors);
errors = vErrors.length;
}
}
if(data.multiProductMessage !== undefined && func0.call(data, "multiProductMessage")){
if(!(validate80(data.multiProductMessage, {instancePath:instancePath+"/multiProductMessage",parentData:data,parentDataProperty:"multiProductMessage",rootData}))){
vErrors = vErrors === null ? validate80.errors : join(vErrors, validate80.errors);
errors = vErrors.length;
}
}
if(data.isEcho !== undefined && func0.call(data, "isEcho")){
if(typeof data.isEcho !== "boolean"){
const err21 = {instancePath:instancePath+"/isEcho",schemaPath:"#/properties/isEcho/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

const schema34 = /* @__PURE__ */ JSON.parse("{\"type\":[\"object\",\"array\",\"string\",\"number\",\"boolean\",\"null\"],\"patternProperties\":{\"^\\\\$\":false},\"additionalProperties\":{\"$ref\":\"#/definitions/callbackData\"},\"items\":{\"$ref\":\"#/definitions/callbackData\"}}");
const wrapper2 = {validate: validate96};
const pattern7 = new RegExp("^\\$", "u");

function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((((typeof data != "object") && (typeof data !== "string")) && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema34.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper2.validate(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper2.validate.errors : join(vErrors, wrapper2.validate.errors);
errors = vErrors.length;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!(pattern7.test(key0))){
if(!(wrapper2.validate(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? wrapper2.validate.errors : join(vErrors, wrapper2.validate.errors);
errors = vErrors.length;
}
}
}
for(const key1 of Object.keys(data)){
if(pattern7.test(key1)){
const err1 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/patternProperties/%5E%5C%24/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
validate96.errors = vErrors;
return errors === 0;
}

const schema35 = /* @__PURE__ */ JSON.parse("{\"type\":[\"string\",\"object\"],\"pattern\":\"^\\\\+[1-9][0-9]{1,14}$|\\\\{\\\\{\",\"required\":[\"id\"],\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\",\"pattern\":\"^\\\\+[1-9][0-9]{1,14}$|\\\\{\\\\{\"},\"channelType\":{\"type\":\"string\",\"const\":\"whatsapp\"},\"name\":{\"type\":\"string\"}}}");
const pattern9 = new RegExp("^\\+[1-9][0-9]{1,14}$|\\{\\{", "u");

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern9.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\+[1-9][0-9]{1,14}$|\\{\\{"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "id") || (key0 === "channelType")) || (key0 === "name"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^\\+[1-9][0-9]{1,14}$|\\{\\{"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.channelType !== undefined && func0.call(data, "channelType")){
let data1 = data.channelType;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/channelType",schemaPath:"#/properties/channelType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("whatsapp" !== data1){
const err7 = {instancePath:instancePath+"/channelType",schemaPath:"#/properties/channelType/const",keyword:"const",params:{allowedValue: "whatsapp"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
validate98.errors = vErrors;
return errors === 0;
}

const schema36 = /* @__PURE__ */ JSON.parse("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"parentId\":{\"type\":\"string\"},\"strategy\":{\"type\":\"string\",\"enum\":[\"independent\",\"short_circuit\"]}}}");

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!((key0 === "parentId") || (key0 === "strategy"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.parentId !== undefined && func0.call(data, "parentId")){
if(typeof data.parentId !== "string"){
const err1 = {instancePath:instancePath+"/parentId",schemaPath:"#/properties/parentId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.strategy !== undefined && func0.call(data, "strategy")){
let data1 = data.strategy;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((data1 === "independent") || (data1 === "short_circuit"))){
const err3 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema36.properties.strategy.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}


function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.templateName === undefined) || (!(func0.call(data, "templateName")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "templateName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.language === undefined) || (!(func0.call(data, "language")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "language"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "templateName") || (key0 === "language")) || (key0 === "parameters"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.templateName !== undefined && func0.call(data, "templateName")){
if(typeof data.templateName !== "string"){
const err3 = {instancePath:instancePath+"/templateName",schemaPath:"#/properties/templateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.language !== undefined && func0.call(data, "language")){
if(typeof data.language !== "string"){
const err4 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.parameters !== undefined && func0.call(data, "parameters")){
let data2 = data.parameters;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 of Object.keys(data2)){
if(typeof data2[key1] !== "string"){
const err5 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}

const schema38 = /* @__PURE__ */ JSON.parse("{\"type\":\"object\",\"required\":[\"id\",\"reason\",\"date\"],\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\"},\"reason\":{\"type\":\"string\"},\"date\":{\"type\":\"string\"},\"type\":{\"type\":\"string\",\"enum\":[\"button\",\"row\"]},\"variables\":{\"type\":\"object\",\"patternProperties\":{\"^[A-Za-z_][A-Za-z0-9_]*$\":{\"$ref\":\"#/definitions/declaration\"}},\"additionalProperties\":false}}}");
const pattern0 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.reason === undefined) || (!(func0.call(data, "reason")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.date === undefined) || (!(func0.call(data, "date")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "id") || (key0 === "reason")) || (key0 === "date")) || (key0 === "type")) || (key0 === "variables"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
if(typeof data.id !== "string"){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.reason !== undefined && func0.call(data, "reason")){
if(typeof data.reason !== "string"){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.date !== undefined && func0.call(data, "date")){
if(typeof data.date !== "string"){
const err6 = {instancePath:instancePath+"/date",schemaPath:"#/properties/date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data3 = data.type;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data3 === "button") || (data3 === "row"))){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema38.properties.type.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.variables !== undefined && func0.call(data, "variables")){
let data4 = data.variables;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 of Object.keys(data4)){
if(!(pattern0.test(key1))){
const err9 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 of Object.keys(data4)){
if(pattern0.test(key2)){
if(!(validate24(data4[key2], {instancePath:instancePath+"/variables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate24.errors : join(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate104.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://unpkg.com/connectly-messages/schema/message.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message === undefined) || (!(func0.call(data, "message")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema6.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
if(!(validate22(data.description, {instancePath:instancePath+"/description",parentData:data,parentDataProperty:"description",rootData}))){
vErrors = vErrors === null ? validate22.errors : join(vErrors, validate22.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined && func0.call(data, "variables")){
let data1 = data.variables;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 of Object.keys(data1)){
if(!(pattern0.test(key1))){
const err2 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key2 of Object.keys(data1)){
if(pattern0.test(key2)){
if(!(validate24(data1[key2], {instancePath:instancePath+"/variables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate24.errors : join(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.examples !== undefined && func0.call(data, "examples")){
let data3 = data.examples;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate26(data3[i0], {instancePath:instancePath+"/examples/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate26.errors : join(vErrors, validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.message !== undefined && func0.call(data, "message")){
if(!(validate28(data.message, {instancePath:instancePath+"/message",parentData:data,parentDataProperty:"message",rootData}))){
vErrors = vErrors === null ? validate28.errors : join(vErrors, validate28.errors);
errors = vErrors.length;
}
}
if(data.callbackData !== undefined && func0.call(data, "callbackData")){
if(!(validate96(data.callbackData, {instancePath:instancePath+"/callbackData",parentData:data,parentDataProperty:"callbackData",rootData}))){
vErrors = vErrors === null ? validate96.errors : join(vErrors, validate96.errors);
errors = vErrors.length;
}
}
if(data.campaignName !== undefined && func0.call(data, "campaignName")){
if(typeof data.campaignName !== "string"){
const err5 = {instancePath:instancePath+"/campaignName",schemaPath:"#/properties/campaignName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sender !== undefined && func0.call(data, "sender")){
if(!(validate98(data.sender, {instancePath:instancePath+"/sender",parentData:data,parentDataProperty:"sender",rootData}))){
vErrors = vErrors === null ? validate98.errors : join(vErrors, validate98.errors);
errors = vErrors.length;
}
}
if(data.order !== undefined && func0.call(data, "order")){
if(!(validate100(data.order, {instancePath:instancePath+"/order",parentData:data,parentDataProperty:"order",rootData}))){
vErrors = vErrors === null ? validate100.errors : join(vErrors, validate100.errors);
errors = vErrors.length;
}
}
if(data.fallback !== undefined && func0.call(data, "fallback")){
if(!(validate102(data.fallback, {instancePath:instancePath+"/fallback",parentData:data,parentDataProperty:"fallback",rootData}))){
vErrors = vErrors === null ? validate102.errors : join(vErrors, validate102.errors);
errors = vErrors.length;
}
}
if(data.retired !== undefined && func0.call(data, "retired")){
let data11 = data.retired;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
if(!(validate104(data11[i1], {instancePath:instancePath+"/retired/" + i1,parentData:data11,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate104.errors : join(vErrors, validate104.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/retired",schemaPath:"#/properties/retired/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const judgeVariant = validate107;

function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message === undefined) || (!(func0.call(data, "message")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "description") || (key0 === "message")) || (key0 === "fallback"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
if(!(validate22(data.description, {instancePath:instancePath+"/description",parentData:data,parentDataProperty:"description",rootData}))){
vErrors = vErrors === null ? validate22.errors : join(vErrors, validate22.errors);
errors = vErrors.length;
}
}
if(data.message !== undefined && func0.call(data, "message")){
if(!(validate28(data.message, {instancePath:instancePath+"/message",parentData:data,parentDataProperty:"message",rootData}))){
vErrors = vErrors === null ? validate28.errors : join(vErrors, validate28.errors);
errors = vErrors.length;
}
}
if(data.fallback !== undefined && func0.call(data, "fallback")){
if(!(validate102(data.fallback, {instancePath:instancePath+"/fallback",parentData:data,parentDataProperty:"fallback",rootData}))){
vErrors = vErrors === null ? validate102.errors : join(vErrors, validate102.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate107.errors = vErrors;
return errors === 0;
}

function join(all, more) {
  for (const error of more) all.push(error);
  return all;
}
