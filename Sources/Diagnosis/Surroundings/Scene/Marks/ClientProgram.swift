/// A program, framework or gateway through which people call Bedrock: its name, its language, and what stands in its output.
///
/// Each mark is a name that the program writes itself: a package, a logger, a variable, a member of its error bodies.
struct ClientProgram: SceneMember {
    let name: String

    /// The language it is written in, where one set of settings follows from that.
    let language: LanguageRuntime?
    let sights: [SceneSight]
    let faint: [SceneSight]

    private init(
        _ name: String, in language: LanguageRuntime?, _ sights: SceneSight..., faint: [SceneSight] = []
    ) {
        self.name = name
        self.language = language
        self.sights = sights
        self.faint = faint
    }

    // MARK: Agents and editors

    static let claudeCode = ClientProgram(
        "Claude Code", in: .node, "claude-code", "CLAUDE_CODE_", "\u{23BF}  API Error", "Please run /login",
        "API Error (Request timed out",
        .lineStart("$ claude"),
        .both("Claude CLI version", "Claude Code"),
        .lineStart("- Claude Code 1."), .lineStart("- Claude Code 2."), .lineStart("Claude Code version"),
        faint: [.told("Claude Code"), .lineStart("API Error: "), .lineStart("API Error (")])
    static let cline = ClientProgram(
        "Cline", in: .node, "saoudrizwan.claude-dev", "[Cline]", "cline/", "cline.bot", .lineStart("### Cline Version"),
        .lineStart("Cline version"), .lineStart("Cline Version"), .lineStart("Cline 3."), .lineStart("Cline v3."),
        faint: [.told("Cline")])
    static let rooCode = ClientProgram(
        "Roo Code", in: .node, "RooVeterinaryInc", "RooCodeInc", "roo-cline", "Roo Code", "roo-code", "RooCode")
    static let kiloCode = ClientProgram("Kilo Code", in: .node, "kilocode", "Kilo Code")
    static let zed = ClientProgram(
        "Zed", in: .rust, "zed.dev", "zed-industries", "crates/bedrock", "[bedrock::", "Zed.log",
        .lineStart("Zed 0."), .lineStart("Zed v0."), .lineStart("Zed version"),
        .lineStart("### Zed Version"), .lineStart("Zed: v"), faint: [.told("Zed")])
    static let continueDev = ClientProgram(
        "Continue", in: .node, "Continue server", "continue.dev", "continuedev", ".continue/")
    static let opencode = ClientProgram("opencode", in: .node, "opencode", "providerID=amazon-bedrock")
    static let aider = ClientProgram("aider", in: .python, "aider ", "aider-chat", "Aider v")
    static let kiro = ClientProgram("Kiro", in: .node, "kiro")
    static let avante = ClientProgram("avante.nvim", in: .curl, "avante")
    static let openClaw = ClientProgram("OpenClaw", in: .node, "openclaw")
    static let vsCodeExtension = ClientProgram("a VS Code extension", in: .node, "[Bedrock Model Provider]")
    static let libreChat = ClientProgram(
        "LibreChat", in: .node, "LibreChat", "librechat", "Librechat", "api/server/controllers/agents/client.js")
    static let lobeChat = ClientProgram("LobeChat", in: .node, "lobe-chat", "lobehub", "LobeChat")
    static let claudeCodeRouter = ClientProgram("claude-code-router", in: .node, "claude-code-router")
    static let claudeAgentSDK = ClientProgram(
        "Claude Agent SDK", in: .node, "claude_agent_sdk", "claude-agent-sdk", "claude_code_sdk")
    static let codex = ClientProgram(
        "Codex", in: .rust, "codex-cli", "openai/codex", ".codex/config.toml", faint: [.told("Codex")])
    static let crush = ClientProgram("Crush", in: .go, "charmbracelet/crush", "crush.json")
    static let cursor = ClientProgram(
        "Cursor", in: .node, "Cursor IDE", "cursor.com", "cursor.sh", "forum.cursor", .lineStart("Cursor version"),
        .lineStart("Cursor Version"))
    static let windsurf = ClientProgram("Windsurf", in: .node, "Windsurf", "windsurf")
    static let gitHubCopilot = ClientProgram("GitHub Copilot", in: .node, "GitHub Copilot", "github.copilot")
    static let openHands = ClientProgram("OpenHands", in: .python, "openhands", "OpenHands")
    static let sweAgent = ClientProgram("SWE-agent", in: .python, "sweagent", "SWE-agent", "swe-agent")
    static let amazonQ = ClientProgram(
        "the Amazon Q Developer CLI", in: .rust, "amazon-q-developer-cli", .lineStart("$ q chat"), "q_cli")
    static let anythingLLM = ClientProgram("AnythingLLM", in: .node, "AnythingLLM", "anythingllm", "anything-llm")
    static let jupyterAI = ClientProgram("Jupyter AI", in: .python, "jupyter_ai", "jupyter-ai", "Jupyternaut")
    static let prx = ClientProgram("PRX", in: nil, "Bedrock API error (", "Bedrock streaming HTTP ")
    static let positron = ClientProgram("Positron", in: .python, "positron")

    // MARK: Frameworks and gateways

    static let liteLLM = ClientProgram("LiteLLM", in: .python, "litellm", "LiteLLM")
    static let higress = ClientProgram("Higress", in: .go, "higress", "Higress")
    static let portkey = ClientProgram("Portkey", in: .node, "portkey", "Portkey")
    static let bifrost = ClientProgram("Bifrost", in: .go, "is_bifrost_error", "bifrost")
    static let envoyAIGateway = ClientProgram(
        "Envoy AI Gateway", in: .go, "aigateway.envoyproxy.io", "ai-gateway-extproc")
    static let langChain4j = ClientProgram("LangChain4j", in: .jvm, "langchain4j", "LangChain4j")
    static let langChainJS = ClientProgram(
        "LangChain.js", in: .node, "@langchain/", "langchainjs", "LangChain.js", "langchain/dist/")
    static let langChainGo = ClientProgram("LangChainGo", in: .go, "langchaingo")
    static let langChain = ClientProgram(
        "LangChain", in: .python, "langchain", .name("ChatBedrock"), .name("ChatBedrockConverse"), .name("BedrockChat"),
        "Error raised by bedrock service")
    static let llamaIndex = ClientProgram("LlamaIndex", in: .python, "llama_index", "llama-index")
    static let strandsAgents = ClientProgram(
        "Strands Agents", in: .python, "strands/", "strands.", "strands_agents", "\u{2514} Bedrock region:")
    static let springAI = ClientProgram("Spring AI", in: .jvm, "org.springframework.ai")
    static let vercelAISDK = ClientProgram(
        "Vercel AI SDK", in: .node, "AI_APICallError", "AI_RetryError", "@ai-sdk/", "ai-sdk/amazon-bedrock")
    static let dify = ClientProgram(
        "Dify", in: .python, "Run failed: [bedrock]", "[bedrock] Error:", "dify", .lineStart("Dify version"),
        .lineStart("Dify Version"), faint: [.name("Dify")])
    static let n8n = ClientProgram("n8n", in: .node, "n8n-nodes", "n8n")
    static let openWebUI = ClientProgram("Open WebUI", in: .python, "open_webui", "open-webui")
    static let bedrockAccessGateway = ClientProgram(
        "bedrock-access-gateway", in: .python, "bedrock-access-gateway", "api.routers.chat")
    static let mastra = ClientProgram("Mastra", in: .node, "@mastra/", "mastra dev", "mastra-ai")
    static let flowise = ClientProgram("Flowise", in: .node, "flowise", "Flowise")
    static let langflow = ClientProgram("Langflow", in: .python, "langflow", "Langflow")
    static let genkit = ClientProgram("Genkit", in: .node, "genkit", "GenkitError")
    static let rubyLLM = ClientProgram("RubyLLM", in: .ruby, "ruby_llm", "RubyLLM")
    static let dspy = ClientProgram("DSPy", in: .python, .name("dspy"), "dspy.", "dspy-ai")
    static let instructor = ClientProgram(
        "Instructor", in: .python, "instructor.from_", "instructor/", "import instructor")
    static let baml = ClientProgram("BAML", in: .rust, "baml_client", "BamlClient", "BamlClientHttpError")
    static let rig = ClientProgram("Rig", in: .rust, "rig-bedrock", "rig_bedrock", "rig-core")
    static let airflow = ClientProgram(
        "Airflow", in: .python, "airflow.providers", "{taskinstance.py", "airflow.models")
    static let mlCommons = ClientProgram(
        "OpenSearch ML Commons", in: .jvm, "org.opensearch.ml", "_plugins/_ml", "ml-commons")
    static let quarkus = ClientProgram("Quarkus", in: .jvm, "io.quarkus", "io.quarkiverse")
    static let smolagents = ClientProgram("smolagents", in: .python, .name("smolagents"), "smolagents.")
    static let agno = ClientProgram("Agno", in: .python, .name("agno"), "agno==", "agno.agent", "agno.models")
    static let camel = ClientProgram("CAMEL", in: .python, "camel.models", "camel.agents", "camel-ai", "camel/agents/")
    static let crewAI = ClientProgram("CrewAI", in: .python, "crewai")
    static let autoGen = ClientProgram("AutoGen", in: .python, "autogen")
    static let pydanticAI = ClientProgram("Pydantic AI", in: .python, "pydantic_ai")
    static let haystack = ClientProgram("Haystack", in: .python, "haystack_integrations")
    static let semanticKernel = ClientProgram("Semantic Kernel", in: nil, "semantic_kernel", "SemanticKernel")
    static let browserUse = ClientProgram("browser-use", in: .python, "browser_use")
    static let agentSquad = ClientProgram("Agent Squad", in: .python, "multi_agent_orchestrator", "agent_squad")
    static let truLens = ClientProgram("TruLens", in: .python, "trulens")
    static let promptfoo = ClientProgram("promptfoo", in: .node, "promptfoo")
    static let ragas = ClientProgram("Ragas", in: .python, .name("ragas"), "ragas.")
    static let deepEval = ClientProgram("DeepEval", in: .python, "deepeval", "DeepEval")
    static let mlflow = ClientProgram("MLflow", in: .python, "mlflow.", "mlflow/", "MLflow")
    static let langWatch = ClientProgram("LangWatch", in: .python, "langwatch")
    static let prism = ClientProgram("Prism", in: .php, "Prism\\")
    static let aiDIAL = ClientProgram("AI DIAL", in: .python, "aidial")

    static let agentGateway = ClientProgram("agentgateway", in: .rust, "agentgateway")
    static let goose = ClientProgram(
        "goose", in: .rust, "GOOSE_PROVIDER", "GOOSE_MODEL", "goose configure", "block/goose")
    static let k8sGPT = ClientProgram("K8sGPT", in: .go, "k8sgpt", "K8sGPT", "k8sGPT")
    static let ragFlow = ClientProgram("RAGFlow", in: .python, "ragflow", "RAGFlow")

    // MARK: Other programs

    static let terraform = ClientProgram(
        "Terraform", in: .go, "Terraform AWS Provider", "terraform", "hashicorp/aws", "Terraform Core Version",
        .lineStart("Terraform v"), "resource \"aws_", "resource \"awscc_")
    static let awsCDK = ClientProgram("AWS CDK", in: .node, "aws-cdk", "cdk deploy")
    static let awsVault = ClientProgram("aws-vault", in: .go, "aws-vault")
    static let vault = ClientProgram("Vault", in: .go, "secrets engine", "vault write", .both("/v1/aws/", "vault"))
    static let kibana = ClientProgram("Kibana", in: .node, "ActionsClient", .name("kibana"), "kibana.yml", "[kibana]")
    static let logstash = ClientProgram("Logstash", in: .jvm, "logstash")
    static let kubectlAI = ClientProgram("kubectl-ai", in: .go, "kubectl-ai")
    static let postman = ClientProgram("Postman", in: .node, "PostmanRuntime", "Postman Console", .told("Postman"))
    static let insomnia = ClientProgram("Insomnia", in: .node, "insomnia")
    static let ssmAgent = ClientProgram("the SSM agent", in: .go, "amazon-ssm-agent", "MessageProcessor]")

    /// In the order in which they are looked for: agents before what they are made with.
    static let all = [
        claudeCodeRouter, claudeAgentSDK, claudeCode, cline, rooCode, kiloCode, zed, continueDev, opencode, aider, kiro,
        avante, openClaw, codex, crush, cursor, windsurf, gitHubCopilot, openHands, sweAgent, amazonQ,
        vsCodeExtension, libreChat, lobeChat, anythingLLM, jupyterAI, prx, positron, liteLLM, higress, portkey, bifrost,
        envoyAIGateway, mastra, flowise, langflow,
        langChain4j, langChainJS, langChainGo, langChain, llamaIndex, strandsAgents, smolagents, agno, camel,
        springAI, vercelAISDK, dify, n8n, openWebUI, bedrockAccessGateway, crewAI, autoGen, pydanticAI, haystack,
        semanticKernel, genkit, rubyLLM, dspy, instructor, baml, rig, browserUse, agentSquad, truLens, promptfoo, ragas,
        deepEval, mlflow, langWatch, prism, aiDIAL, agentGateway, goose, k8sGPT, ragFlow, mlCommons, airflow, quarkus,
        terraform, awsCDK, awsVault, vault,
        kibana, logstash, kubectlAI, postman, insomnia, ssmAgent,
    ]
}
