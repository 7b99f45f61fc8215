/// The programs, frameworks and gateways through which people call Bedrock, by what stands in their output.
///
/// Each mark is a name that the program writes itself: a package, a logger, a variable, a member of its error bodies.
enum ProgramMarks {
    static let all = agents + frameworks + tools

    /// Agents and editors.
    private static let agents: [SceneMark] = [
        SceneMark(
            "Claude Code", "claude-code", "CLAUDE_CODE_", "\u{23BF}  API Error", "Please run /login",
            .lineStart("API Error: "),
            .lineStart("API Error ("), .lineStart("$ claude")),
        SceneMark("Cline", "saoudrizwan.claude-dev", "[Cline]", "cline/", "cline.bot"),
        SceneMark("Roo Code", "RooVeterinaryInc", "roo-cline", "Roo Code"),
        SceneMark("Kilo Code", "kilocode", "Kilo Code"),
        SceneMark("Zed", "zed.dev", "zed-industries", "crates/bedrock", "[bedrock::", "Zed.log"),
        SceneMark("Continue", "Continue server", "continue.dev", "continuedev", ".continue/"),
        SceneMark("opencode", "opencode", "providerID=amazon-bedrock"),
        SceneMark("aider", "aider "),
        SceneMark("Kiro", "kiro"),
        SceneMark("avante.nvim", "avante"),
        SceneMark("OpenClaw", "openclaw"),
        SceneMark("a VS Code extension", "[Bedrock Model Provider]"),
        SceneMark("PRX", "Bedrock API error (", "Bedrock streaming HTTP "),
        SceneMark("Positron", "positron"),
    ]

    /// Frameworks and gateways.
    private static let frameworks: [SceneMark] = [
        SceneMark("LiteLLM", "litellm", "LiteLLM"),
        SceneMark("Portkey", "portkey", "Portkey"),
        SceneMark("Bifrost", "is_bifrost_error", "bifrost"),
        SceneMark("Envoy AI Gateway", "aigateway.envoyproxy.io", "ai-gateway-extproc"),
        SceneMark("LangChain", "langchain", "ChatBedrock", "BedrockChat", "Error raised by bedrock service"),
        SceneMark("LlamaIndex", "llama_index", "llama-index"),
        SceneMark("Strands Agents", "strands/", "strands.", "strands_agents", "Bedrock region:"),
        SceneMark("Spring AI", "org.springframework.ai"),
        SceneMark("Vercel AI SDK", "AI_APICallError", "AI_RetryError", "@ai-sdk/", "ai-sdk/amazon-bedrock"),
        SceneMark("Dify", "Run failed: [bedrock]", "[bedrock] Error:", "dify"),
        SceneMark("n8n", "n8n-nodes", "n8n"),
        SceneMark("Open WebUI", "open_webui", "open-webui"),
        SceneMark("bedrock-access-gateway", "bedrock-access-gateway", "api.routers.chat"),
        SceneMark("CrewAI", "crewai"), SceneMark("AutoGen", "autogen"), SceneMark("Pydantic AI", "pydantic_ai"),
        SceneMark("Haystack", "haystack_integrations"),
        SceneMark("Semantic Kernel", "semantic_kernel", "SemanticKernel"),
        SceneMark("browser-use", "browser_use"), SceneMark("Agent Squad", "multi_agent_orchestrator", "agent_squad"),
        SceneMark("TruLens", "trulens"), SceneMark("LangWatch", "langwatch"), SceneMark("Prism", "Prism\\"),
        SceneMark("AI DIAL", "aidial"),
    ]

    /// Other programs.
    private static let tools: [SceneMark] = [
        SceneMark("Terraform", "Terraform AWS Provider", "terraform", "hashicorp/aws"),
        SceneMark("AWS CDK", "aws-cdk", "cdk deploy"), SceneMark("aws-vault", "aws-vault"),
        SceneMark("Vault", "secrets engine", "vault write", "/v1/aws/"),
        SceneMark("Kibana", "ActionsClient", "kibana"), SceneMark("Logstash", "logstash"),
        SceneMark("kubectl-ai", "kubectl-ai"), SceneMark("Postman", "Postman"), SceneMark("Insomnia", "insomnia"),
        SceneMark("the SSM agent", "amazon-ssm-agent", "MessageProcessor]"),
    ]
}
