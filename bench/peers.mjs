// wink-nlp on the texts of a folder, in bytes and words a second of the process's own processor time, one thread, warm.
//   npm install --prefix /tmp/peers wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1
//   NODE_PATH=/tmp/peers/node_modules node bench/peers.mjs FOLDER
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH ?? '.', 'x.js'));
const folder = process.argv[2];
const texts = readdirSync(folder).filter(f => f.endsWith('.txt')).sort().map(f => readFileSync(join(folder, f), 'utf8'));
const bytes = texts.reduce((sum, t) => sum + Buffer.byteLength(t), 0);
const rounds = 5, secondsPerRound = 2;

const wink = require('wink-nlp'), model = require('wink-eng-lite-web-model');
for (const [what, pipes] of [['tokens and sentences', ['sbd']], ['all its pipes (no parse, no names of people or places)', undefined]]) {
  const nlp = pipes ? wink(model, pipes) : wink(model);
  const rates = [];
  let bytesPerToken = 0;
  for (let round = -1; round < rounds; round++) {
    const before = process.cpuUsage(), start = process.hrtime.bigint();
    let tokens = 0, passes = 0;
    for (; Number(process.hrtime.bigint() - start) / 1e9 < secondsPerRound; passes++)
      for (const text of texts)
        tokens += nlp.readDoc(text).tokens().length();
    const used = process.cpuUsage(before);
    if (round >= 0)
      rates.push(tokens / ((used.user + used.system) / 1e6));
    bytesPerToken = bytes * passes / tokens;
  }
  rates.sort((a, b) => a - b);
  const median = rates[Math.floor(rounds / 2)];
  console.log(`  wink-nlp, ${what}: ${Math.round(median).toLocaleString('en')} tokens/s (${Math.round(rates[0]).toLocaleString('en')}-${Math.round(rates.at(-1)).toLocaleString('en')})   ${(median * bytesPerToken / 1e6).toFixed(2)} MB/s`);
}
