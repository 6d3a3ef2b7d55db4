// Bedrock's Converse operation over a small model on this machine: what a model is asked over the wire, a real one answers.
import { createServer } from "node:http";
import { getLlama, LlamaChatSession } from "node-llama-cpp";

const [file, port] = process.argv.slice(2);
const llama = await getLlama({ gpu: false, logLevel: "error" });
const model = await llama.loadModel({ modelPath: file });
const context = await model.createContext({ contextSize: 2048, threads: 1 });
const sequence = context.getSequence();
let asked = 0;

/** One answer at a time, each with its own seed, so that a run can be repeated. */
async function answer({ system, messages, inferenceConfig }) {
  await sequence.clearHistory();
  const session = new LlamaChatSession({ contextSequence: sequence, systemPrompt: system[0].text });
  const { responseText, stopReason } = await session.promptWithMeta(messages[0].content[0].text, {
    temperature: inferenceConfig.temperature,
    topP: inferenceConfig.topP,
    maxTokens: inferenceConfig.maxTokens,
    customStopTriggers: inferenceConfig.stopSequences,
    seed: ++asked,
  });
  session.dispose({ disposeSequence: false });
  const reasons = { maxTokens: "max_tokens", customStopTrigger: "stop_sequence", stopGenerationTrigger: "stop_sequence" };
  return {
    output: { message: { role: "assistant", content: [{ text: responseText }] } },
    stopReason: reasons[stopReason] ?? "end_turn",
    usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
    metrics: { latencyMs: 0 },
  };
}

let before = Promise.resolve();
createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const wanted = JSON.parse(body || "{}");
  if (!wanted.messages?.length) {
    response.writeHead(400, { "x-amzn-errortype": "ValidationException" }).end('{"message":"messages: is required"}');
    return;
  }
  const turn = before.then(() => answer(wanted));
  before = turn.catch(() => {});
  const answered = await turn;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answered));
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
