/** `npm run synth` and `npm run deploy` start here (cdk.json). */
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readSettings } from "./context.ts";
import { PrecisStack } from "./precis-stack.ts";

const app = new App();
new PrecisStack(app, "Precis", readSettings(app.node));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
