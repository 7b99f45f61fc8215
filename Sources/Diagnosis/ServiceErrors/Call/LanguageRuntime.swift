import Evidence
import Report

/// The language in which a client is written, as far as it decides which setting helps.
///
/// The words of the failure speak first, then the SDK, then the program around it.
enum LanguageRuntime: Sendable, Hashable {
    case node, python, jvm, go, rust, dotNet, php, ruby, curl

    init?(_ scene: Scene, text: String) {
        let marks = Self.words.first { _, marks in marks.contains { text.contains($0) } }?.0
        let sdk = scene.sdk.flatMap { fact in Self.libraries.first { fact.value.contains($0.1) }?.0 }
        let client = scene.client.flatMap { fact in Self.programs.first { $0.1.contains(fact.value) }?.0 }
        guard let known = marks ?? sdk ?? client else { return nil }
        self = known
    }

    /// What the standard libraries of each say of a failed connection.
    private static let words: [(LanguageRuntime, [String])] = [
        (.jvm, ["PKIX path", "SunCertPath", "java.net.", "javax.net.ssl", "java.lang.", "SdkClientException"]),
        (.python, ["_ssl.c:", "CERTIFICATE_VERIFY_FAILED", "SSL validation failed", "HTTPSConnectionPool", "urllib3"]),
        (.python, ["Traceback (most recent call last)", "botocore.", "Read timeout on endpoint URL"]),
        (.go, ["x509: ", "dial tcp", "net/http: ", "operation error "]),
        (.rust, ["invalid peer certificate", "UnknownIssuer", "rustls", "hyper::", "DispatchFailure("]),
        (.dotNet, ["The remote certificate", "System.Net.", "Amazon.Runtime."]),
        (.curl, ["curl: ("]), (.php, ["cURL error "]),
        (.ruby, ["OpenSSL::SSL", "Seahorse::", "Net::OpenTimeout", "Net::ReadTimeout"]),
        (
            .node,
            [
                "SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER_CERT",
                "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "pending stream has been canceled", "node:internal", "_tls_wrap",
                "ENOTFOUND", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "fetch failed", "socket hang up",
                "second argument to fetch()",
            ]
        ),
    ]

    private static let libraries: [(LanguageRuntime, String)] = [
        (.node, "JavaScript"), (.python, "boto3"), (.python, "AWS CLI"), (.jvm, "Java"), (.jvm, "Kotlin"), (.go, "Go"),
        (.rust, "Rust"), (.dotNet, ".NET"), (.php, "PHP"), (.ruby, "Ruby"), (.curl, "curl"),
    ]

    private static let programs: [(LanguageRuntime, Set<String>)] = [
        (
            .node,
            [
                "Claude Code", "Cline", "Roo Code", "Kilo Code", "Continue", "opencode", "n8n", "Vercel AI SDK",
                "Kibana",
                "OpenClaw", "a VS Code extension", "AWS CDK", "Kiro",
            ]
        ),
        (
            .python,
            [
                "LiteLLM", "LangChain", "LlamaIndex", "Strands Agents", "aider", "Open WebUI", "CrewAI", "AutoGen",
                "Dify",
                "bedrock-access-gateway", "Pydantic AI", "Haystack", "browser-use", "Agent Squad", "TruLens",
                "LangWatch",
                "AI DIAL", "Positron",
            ]
        ),
        (.jvm, ["Spring AI", "Logstash"]), (.rust, ["Zed"]), (.php, ["Prism"]),
        (.go, ["kubectl-ai", "Terraform", "Vault", "Envoy AI Gateway", "Bifrost", "aws-vault", "the SSM agent"]),
    ]
}
