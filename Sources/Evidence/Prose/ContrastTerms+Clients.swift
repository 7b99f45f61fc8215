extension ContrastTerms {
    static let clients: [Entry] = [
        Entry(
            .client, "the AWS CLI", .either, "aws cli", "awscli", "aws-cli", "aws cli v2",
            "aws sts get-caller-identity",
            "sts get-caller-identity", "aws s3 ls", "aws s3 cp", "aws command", "aws command line", "aws commands",
            "get-caller-identity"),
        Entry(.client, "curl", .either, "curl", "wget", "httpie"),
        Entry(.client, "Postman", .either, "postman", "insomnia", "bruno"),
        Entry(
            .client, "a script with boto3", .either, "boto3", "botocore", "python boto3", "plain boto3", "boto3 script",
            "boto3 directly"),
        // Which library it calls with is not said.
        Entry(
            .client, "a script in Python", .either, "python script", "python sdk", "python code", "the python sdk",
            "python shell", "python"),
        Entry(
            .client, "an AWS SDK", .either, "aws sdk", "the sdk", "java sdk", "node sdk", "js sdk", "javascript sdk",
            "go sdk",
            "rust sdk", "php sdk", "ruby sdk", "aws sdks", "node script", "official sdk", "sdk"),
        Entry(
            .client, "a small script", .either, "test script", "standalone script", "small script", "simple script",
            "standalone program", "minimal script", "quick script"),
        Entry(
            .console, "the console", .either, "aws console", "the console", "web console", "playground",
            "bedrock playground",
            "management console", "chat playground", "bedrock console", "aws management console"),
        Entry(
            .client, "another client", .either, "other clients", "another client", "other tools", "another tool",
            "other tool",
            "other client", "different client", "other apps", "other applications", "another app", "other programs",
            "different tool", "other libraries", "other software"),
        Entry(
            .client, "Claude Code", .either, "claude code", "claude-code", "claude code cli", "claude cli",
            "the claude cli"),
        Entry(.client, "Kiro", .either, "kiro", "kiro cli", "kiro-cli"),
        Entry(.client, "LibreChat", .either, "librechat"),
        Entry(.client, "LobeChat", .either, "lobechat", "lobehub", "lobe chat"),
        Entry(.client, "Higress", .either, "higress"),
        Entry(.client, "Goose", .either, "goose"),
        Entry(.client, "Kilo Code", .either, "kilo code", "kilocode"),
        Entry(.client, "Strands Agents", .either, "strands", "strands agents"),
        Entry(.client, "Pydantic AI", .either, "pydantic ai", "pydantic-ai"),
        Entry(.client, "CrewAI", .either, "crewai"),
        Entry(.client, "Portkey", .either, "portkey"),
        Entry(.client, "Bifrost", .either, "bifrost"),
        Entry(.client, "LiteLLM", .either, "litellm"),
        Entry(
            .client, "LangChain", .either, "langchain", "langchain_aws", "langchain-aws", "chatbedrock",
            "chatbedrockconverse"),
        Entry(.client, "Cline", .either, "cline"),
        Entry(.client, "Roo Code", .either, "roo code", "roo"),
        Entry(.client, "opencode", .either, "opencode", "open code"),
        Entry(.client, "Open WebUI", .either, "open webui", "openwebui", "open-webui"),
        Entry(.client, "n8n", .either, "n8n"),
        Entry(.client, "Dify", .either, "dify"),
        Entry(.client, "Flowise", .either, "flowise"),
        Entry(.client, "Zed", .either, "zed"),
        Entry(.client, "Cursor", .either, "cursor"),
        Entry(.client, "Continue", .either, "continue.dev"),
        Entry(.client, "aider", .either, "aider"),
        Entry(.client, "Terraform", .either, "terraform", "opentofu"),
        Entry(.client, "MinIO's mc", .either, "mc", "mc client", "the mc", "minio client"),
        Entry(.client, "rclone", .either, "rclone"),
        Entry(.client, "s3cmd", .either, "s3cmd", "s5cmd"),
        Entry(.client, "Cyberduck", .either, "cyberduck", "s3 browser"),
        Entry(.client, "Spring AI", .either, "spring ai"),
        Entry(.client, "LlamaIndex", .either, "llamaindex", "llama-index", "llama index"),
        Entry(.client, "the Vercel AI SDK", .either, "vercel ai sdk", "ai sdk"),
        Entry(.client, "axios", .either, "axios"),
        Entry(.client, "requests", .either, "python requests", "requests library"),
    ]

    /// Parts of one program, each with a client object of its own.
    static let parts: [Entry] = [
        Entry(
            .part, "the chat model", .either, "chat model*", "chat client*", "converse chat*", "chatmodel",
            "chatclient", "chat"),
        Entry(
            .part, "the knowledge base", .either, "knowledge base*", "knowledge-base*", "vector store*", "vectorstore*",
            "retriever*"),
        Entry(.part, "the embeddings", .either, "embedding*", "embedder*"),
        Entry(.part, "the reranker", .either, "rerank*"),
    ]

    /// How a call is made: its method, whether it streams.
    static let ways: [Entry] = [
        Entry(
            .method, "requests without a body", .plain, "without a body", "without body", "no body", "empty body",
            "bodyless",
            "empty bodies", "reads", "read requests"),
        Entry(
            .method, "requests with a body", .special, "with a body", "with body", "with bodies", "have a body",
            "with a payload",
            "with payload", "non-empty body", "writes", "write requests", "has a body", "a request body"),
        Entry(
            .streaming, "calls without a stream", .plain, "non-streaming", "nonstreaming", "without streaming",
            "non streaming",
            "streaming disabled", "streaming off", "stream=false", "stream:false", "synchronous", "disable streaming",
            "disabling streaming", "streaming turned off", "stream false", "unary"),
        Entry(
            .streaming, "streaming", .special, "streaming", "stream=true", "streamed", "streams", "stream true",
            "stream mode",
            "streaming mode"),
        Entry(
            .operation, "another operation", .plain, "other operations", "another operation", "other calls",
            "other apis",
            "other api calls", "other endpoints", "other actions", "other requests", "every other call",
            "other commands",
            "listing models", "list models", "listing buckets", "list buckets"),
    ]
}
