import Catalog
import Codes
import Evidence
import Report

/// A signature that somebody refused at the other end of a gateway: who signs, over which host.
extension Advice {
    static let gateways: [Advice] = [
        Advice(for: .signatureMismatch, .wrongScopeRegion) { call in call.signedForGateway },
        Advice(for: .answerNotFromService) { call in call.pathBelowBase },
        Advice(for: .networkCertificateUntrusted) { call in call.foreignTrust },
        Advice(for: .modelIDInvalid, .modelEndOfLife, .modelNotInRegion, .onDemandUnsupportedNeedsInferenceProfile) {
            call in call.heldModel
        },
    ]
}

extension FailedCall {
    /// A certificate of a host that is none of AWS's: no setting of AWS's clients is read for it.
    fileprivate var foreignTrust: [Remedy] {
        let marks = ["HTTPSConnectionPool(host='", "HTTPSConnectionPool(host=\"", "https://", "connect to ", "host: '"]
        let found = marks.lazy.compactMap { mark in
            // A link that a reporter writes is of no call.
            self.text.ranges(of: mark).first { place in
                !(self.text[..<place.lowerBound].last.map { "(<[".contains($0) } ?? false)
            }.map { place in
                String(
                    self.text[place.upperBound...].prefix {
                        $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
                    })
            }
        }.first
        guard let host = found, host.contains("."), AWSHostName(host) == nil, !host.hasSuffix(".amazonaws.com"),
            !host.hasSuffix(".api.aws"), !host.hasSuffix("amazonaws.com.cn"), !host.hasPrefix("127.")
        else { return [] }
        let own = """
            \(PrintableText.escaped(host, limit: 120)) is no host of AWS's: it is the program's own call of that service that was not trusted, for which AWS_CA_BUNDLE and the \
            settings of AWS's clients are not read.
            """
        if language == .python {
            return [
                Remedy(
                    """
                    \(own) A proxy that opens TLS signs with an authority that Python does not know: name a PEM file with it, and the public ones, in REQUESTS_CA_BUNDLE (requests, which \
                    says HTTPSConnectionPool) and in SSL_CERT_FILE (httpx, aiohttp), in the environment of the very process.
                    """)
            ]
        }
        return [Remedy(own), TrustRemedies.remedy(language)]
    }

    /// A gateway in Bedrock's place that does not have the paths which Claude Code calls below its base URL.
    ///
    /// Source: <https://code.claude.com/docs/en/llm-gateway> (Bedrock InvokeModel: /invoke, /invoke-with-response-stream).
    fileprivate var pathBelowBase: Remedy? {
        let shown = self.shown.prefix(32_768)
        guard status == 404, shown.contains("ANTHROPIC_BEDROCK_BASE_URL"), !shown.contains("bedrock-runtime.")
        else { return nil }
        return Remedy(
            """
            Let the gateway serve the paths that Claude Code calls below ANTHROPIC_BEDROCK_BASE_URL: POST /model/ID/invoke and /model/ID/invoke-with-response-stream, with Anthropic's body for InvokeModel, and set the base to the place above /model. \
            A path of its own (BASE/ID), or one that takes Converse's body alone, is another API, so that curl gets an answer there and Claude Code gets 404; then a gateway that translates has to stand between. Keys and access to the model are not in question.
            """
        ).about(.instruction)
    }

    /// A model that the call does not name: it stands in the agent, the flow or the knowledge base.
    fileprivate var heldModel: [Remedy] {
        let operation = scene.operation?.value ?? answer.operation ?? ""
        switch operation {
        case "InvokeAgent", "InvokeInlineAgent":
            let isInline = operation == "InvokeInlineAgent"
            return [
                Remedy.advice(
                    """
                    The id is not one of the call: it is \(isInline ? "foundationModel of the inline agent" : "the foundationModel of the agent"), and has to be served in the region of the agent\
                    \(regionName.map { " (\($0))" } ?? "") and not be past its end of life; newer models want the id of an inference profile there. \
                    \(isInline ? "Set another one in the call." : "Set another one in the agent, prepare it, and let the alias that is called lead to the new version.") Its collaborators and the models of its knowledge bases count, too.
                    """,
                    isInline
                        ? nil
                        : .aws("bedrock-agent get-agent --agent-id ID\(regionOption) --query agent.foundationModel"))
            ]
        case "RetrieveAndGenerate", "RetrieveAndGenerateStream":
            return [
                Remedy(
                    """
                    The id is the modelArn in the configuration of the call (knowledgeBaseConfiguration or externalSourcesConfiguration): the ARN of a model or an inference profile that the region of the \
                    knowledge base has. The knowledge base's own embedding model is another one, and is set there.
                    """)
            ]
        case "InvokeFlow":
            return [
                Remedy(
                    "The id stands in a prompt node (or an agent) of the flow: set one there that its region has, prepare the flow, and let the alias lead to the new version."
                )
            ]
        case "Retrieve", "StartIngestionJob":
            return [
                Remedy.advice(
                    "The id is that of the embedding model (or of the parser or reranker) in the knowledge base's own settings: see that its region has it still.",
                    .aws("bedrock-agent get-knowledge-base --knowledge-base-id ID\(regionOption)"))
            ]
        default: return []
        }
    }

    /// A client that signs for the gateway's host, which AWS never sees.
    var signedForGateway: [Remedy] {
        guard let gateway = GatewayAddress(in: answer.surroundings) ?? GatewayAddress(in: text) else { return [] }
        let host = PrintableText.escaped(gateway.host, limit: 120)
        let path =
            gateway.path.isEmpty
            ? "" : ", and a path that begins with /\(PrintableText.escaped(gateway.path, limit: 80)) there,"
        let setting = PrintableText.escaped(gateway.setting, limit: 60)
        let isLiteLLM = scene.program == .liteLLM || text.contains("litellm") || answer.surroundings.contains("litellm")
        let ownWay =
            isLiteLLM && ["api_base", "aws_bedrock_runtime_endpoint"].contains(gateway.setting)
            ? """
             In LiteLLM api_base is the address that is signed and aws_bedrock_runtime_endpoint the one that is called: set api_base to \
            https://bedrock-runtime.REGION.amazonaws.com, and aws_bedrock_runtime_endpoint to the gateway; or update it.
            """ : ""
        let region =
            details.signedRegion == nil && scene.region == nil
            ? " Clients that take the region from the URL find none in this one: set it by itself." : ""
        return [
            Remedy(
                """
                The call went to \(host) (\(setting)) and not straight to AWS: a signature covers host, path, region and body, and AWS computes it over its own host. One \
                that the client made for \(host)\(path) holds only if the gateway signs anew with keys of its own, for the very service and path that it calls. So either \
                let the gateway sign (see its log and its keys; those of the client play no part), or sign for AWS's host and only send it by the \
                gateway.\(ownWay)\(region) A gateway's pass-through may serve one of Bedrock's services only: bedrock-runtime, not bedrock-agent or bedrock.
                """),
            Remedy(
                "See whether the same call without the gateway is answered: then keys and secret are right.",
                .doctor(
                    .check(
                        region: servedRegion,
                        model: details.modelID.flatMap { catalog.entry(for: $0) == nil ? nil : $0 })
                )),
        ]
    }

    /// A part of the path that a gateway took for the name of a model.
    var pathForModel: Remedy? {
        let words = [
            "messages", "chat", "completions", "count_tokens", "responses", "v1", "model", "models", "embeddings",
            "converse", "invoke",
        ]
        for mark in ["Invalid model name passed in model=", "model="] {
            guard let place = text.firstRange(of: mark) else { continue }
            let name = String(text[place.upperBound...].prefix { $0.isLetter || $0.isNumber || "_-".contains($0) })
            guard words.contains(name), own != nil || text.contains("passthrough") else { continue }
            return Remedy(
                """
                '\(name)' is no model but a part of the path: the gateway read /\(name) where it expects the name of one, since the client speaks another API than that \
                route passes on. A client of Anthropic's API (Claude Code with ANTHROPIC_BASE_URL) wants the gateway's own address, without /bedrock; one that is in its Bedrock \
                mode (CLAUDE_CODE_USE_BEDROCK=1, ANTHROPIC_BEDROCK_BASE_URL) wants it with /bedrock. count_tokens is not served by every gateway and may fail without harm: \
                update it. AWS was not asked.
                """)
        }
        return nil
    }
}
