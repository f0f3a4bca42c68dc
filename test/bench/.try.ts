import { measureSubmit } from './submit.ts';
console.log(JSON.stringify(await measureSubmit(process.env.TEST_DATABASE_URL), null, 1));
process.exit();
