// The file of the vocabulary and pages in as arguments, what Adobe's validator finds out as JSON.
import process from "node:process";
import { readFileSync } from "node:fs";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import Validator from "@adobe/structured-data-validator";

const [vocabulary, ...pages] = process.argv.slice(2);
const validator = new Validator(JSON.parse(readFileSync(vocabulary, "utf8")));

const verdicts = [];
for (const page of pages) {
  const extractor = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] });
  for (const issue of await validator.validate(extractor.parse(readFileSync(page, "utf8")))) {
    verdicts.push({
      page,
      type: issue.path?.at(-1)?.type ?? issue.rootType,
      format: issue.dataFormat,
      severity: issue.severity,
      message: issue.issueMessage,
      fieldNames: issue.fieldNames ?? [],
    });
  }
}
process.stdout.write(JSON.stringify(verdicts));
