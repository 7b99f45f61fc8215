import Codes
import Evidence
import JSONText
import Report
import WireText

/// What a gateway or a program does by itself, as the text tells: it leads, since the reporter holds none of the settings that a general
/// advice names.
///
/// Sources: <https://docs.litellm.ai/docs/proxy/forward_client_headers>, <https://vercel.com/docs/ai-gateway/byok>,
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html> (private DNS),
/// <https://docs.litellm.ai/docs/providers/bedrock> (routes).
extension Advice {
    static let programFaults: [Advice] = [
        Advice(for: .bearerTokenInvalid, .bearerIAMDenied) { call in call.foreignToken },
        Advice(for: .bearerTokenInvalid, .bearerIAMDenied) { call in call.sentPlaceholder },
        Advice(for: .regionMissing) { call in call.regionOfHostedGateway },
        Advice(for: .networkNameUnresolved, .networkUnreachable, .networkConnectTimeout) { call in
            call.ignoredEndpoint
        },
        Advice(for: .wrongEndpoint) { call in call.routeInPath },
    ]
}

extension FailedCall {
    private var told: String { String(shown.prefix(32_768)) }

    private var programName: String {
        scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
    }

    /// A token of Anthropic's own API, by its prefix, where the request carried one.
    fileprivate var foreignToken: Remedy? {
        let line = told.split(whereSeparator: \.isNewline).first { line in
            line.contains("sk-ant-")
                && ["authorization", "bearer", "aws_bearer_token_bedrock"].contains(where: line.lowercased().contains)
        }
        guard let line else { return nil }
        let isSession = line.contains("sk-ant-oat")
        let what = isSession ? "the token of a login at Anthropic (sk-ant-oat...)" : "a key of Anthropic's (sk-ant-...)"
        guard !line.contains("AWS_BEARER_TOKEN_BEDROCK") else {
            return Remedy(
                "Take it out of AWS_BEARER_TOKEN_BEDROCK: what stands there is \(what), which Anthropic's own API takes and Bedrock does not. An API key of Bedrock's begins with ABSK or bedrock-api-key-; or sign with access keys or a role.",
                command: "unset AWS_BEARER_TOKEN_BEDROCK"
            ).about(.instruction)
        }
        return Remedy(
            """
            Keep \(programName) from handing the client's Authorization header on: what went to Bedrock is \(what), in place of a signature or key of its own. Update it, switch the forwarding of client headers off (LiteLLM: forward_client_headers_to_llm_api), \
            and let the client show the gateway its key in another header (x-litellm-api-key) or log out of its account at Anthropic. The gateway's own keys of AWS were not asked; a new API key changes nothing.
            """
        ).about(.instruction)
    }

    /// A word that programs send where they have no key.
    fileprivate var sentPlaceholder: Remedy? {
        let words = [
            "no-key-required", "sk-no-key-required", "not-needed", "no-key", "dummy-key", "dummy", "placeholder",
            "EMPTY", "none", "null", "undefined",
        ]
        let shown = told.replacing("'", with: "\"").replacing("`", with: "\"").replacing("\\\"", with: "\"")
        let lines = shown.split(whereSeparator: \.isNewline).filter { line in
            let words = WordText(line)
            return words.has("literal|sends|sent") || words.has("goes out") || words.has("falls back|through")
                || words.has("defaults to")
        }
        let found = words.first { word in lines.contains { KeyOfLine.has(word, in: $0) } }
        guard let found else { return nil }
        return Remedy(
            """
            Give \(programName) the key in the setting that this provider of it reads (api_key beside the model or base URL), and update it: what it sends is the word \(found), which it puts where it found no key, so the key that was entered never goes out. \
            Key, region and endpoint are not the matter.
            """
        ).about(.instruction)
    }

    /// A gateway that somebody else runs: no variable of the caller's reaches it.
    fileprivate var regionOfHostedGateway: Remedy? {
        let lower = told.lowercased()
        let isHosted = [
            "byok", "bring your own key", "ai-gateway.vercel.sh", "gateway.ai.cloudflare.com", "openrouter.ai",
            "api.portkey.ai",
        ].contains(where: lower.contains)
        guard isHosted else { return nil }
        return Remedy(
            """
            Put the region into the credential for Bedrock that is stored at the gateway, beside the keys (Vercel AI Gateway: region of the BYOK credential, or of providerOptions.gateway.byok.bedrock): the gateway itself makes the host, on its own machines, and found no region there. \
            AWS_REGION of your process is not read by it. If the region is stored, it is the gateway's fault, to be reported with the host that it called.
            """
        ).about(.instruction)
    }

    /// An endpoint that is set, and that the program does not call.
    fileprivate var ignoredEndpoint: Remedy? {
        let shown = told
        let isSet = ["AWS_ENDPOINT_URL", "base_url", "endpoint_url", "baseURL", "api_base", "baseUrl"].contains(
            where: shown.contains)
        let words = WordText(shown)
        let isIgnored =
            words.has(
                "ignore|ignores|ignored|ignoring|overwrite|overwrites|overrides|disregards base|endpoint|url|urls")
            || words.has(
                "not|doesnt|isnt honor|honour|honored|respect|respected|use|used|read|apply configured|base|endpoint|url"
            )
        guard isSet, isIgnored, calledPublicName else { return nil }
        let region = regionName ?? "REGION"
        return Remedy(
            """
            Update \(programName), which does not call the endpoint that is set and makes AWS's public name itself; no further setting of the same kind helps. Until a version honours it, let the public name lead to the private endpoint where it runs: private DNS of the interface endpoint \
            (com.amazonaws.\(region).bedrock-runtime), a private zone, or an entry in its hosts file (Kubernetes: hostAliases) for bedrock-runtime.\(region).amazonaws.com, for which that endpoint's certificate holds.
            """
        ).about(.instruction)
    }

    /// Whether every host of Bedrock's in the error is a public one, and none of them is the one that is set.
    private var calledPublicName: Bool {
        let parts = read.message.prefix(32_768).split {
            !($0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)))
        }
        let called = parts.compactMap { AWSHostName(String($0.trimmed(of: ".-"))) }
        guard !called.isEmpty, called.allSatisfy({ !$0.isInterfaceEndpoint && $0.service.hasPrefix("bedrock") })
        else { return false }
        return !ShownEndpoint.all(in: told).contains { $0.isSet && called.contains($0.name) }
    }

    /// A route of LiteLLM's that stayed in the model's name, and so in the path.
    fileprivate var routeInPath: Remedy? {
        let shown = told
        let routes = ["bedrock/converse/", "bedrock/invoke/", "bedrock/converse_like/", "bedrock/openai/"]
        guard let route = routes.first(where: shown.contains) else { return nil }
        let word = route.dropFirst("bedrock/".count)
        let isInPath = ["/", "%2F", "%2f"].contains { shown.contains("/model/\(word.dropLast())\($0)") }
        guard shown.contains("/v1/messages") || isInPath, endpointOfOperation?.isOfBaseURL != true else { return nil }
        return Remedy(
            """
            Leave \(word) out of the model's name (bedrock/ID) for /v1/messages, or update LiteLLM: \(word) is a route of LiteLLM's and no part of an id, and on that endpoint this version leaves it in the path that it calls, which Bedrock does not have. \
            The model, its region and access to it are not in question.
            """
        ).about(.instruction)
    }

    /// The host that has a path which was sent to another of Bedrock's hosts.
    var misplacedPath: Remedy? {
        guard let path = MisplacedPath(in: shown, status: read.status) else { return nil }
        let region = path.region.map { PrintableText.escaped($0, limit: 24) } ?? "REGION"
        let who =
            path.isOfCode
            ? "write that host into the URL from which the code builds its request"
            : scene.client == nil
                ? "make the client for \(path.home) (boto3.client(\"\(path.home)\")), or set its endpoint"
                : "update \(programName), which sends it there by itself, or call \(path.home) without it"
        return Remedy(
            """
            Send it to https://\(path.home).\(region).amazonaws.com: the path belongs to \(path.home) (\(path.operation)), and the URL in the text has it at \(path.asked), which does not know it. So \(who). Keys and permissions were not looked at.
            """
        ).about(.instruction)
    }
}
