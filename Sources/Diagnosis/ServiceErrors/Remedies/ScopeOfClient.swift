import Catalog
import Evidence
import Report
import WireText

/// A credential scope that the client makes by itself, whatever its user sets.
///
/// Clients guess region and service of the scope from the labels of the host, or sign for one service always.
struct ScopeOfClient {
    private let call: FailedCall
    private let text: String

    init(_ call: FailedCall) {
        self.call = call
        text = call.shown
    }

    /// Where the region that is set is already the one of the host that is called: setting it once more changes nothing.
    var ownRegion: Remedy? {
        guard call.details.signedRegion == nil, let host = calledHost, let region = host.region else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(2_000).enumerated().map {
            PastedLine(number: $0.offset + 1, text: String($0.element))
        }
        let set = SetRegion.all(in: lines).filter { RegionCatalog.looksLikeRegion($0.value) }
        guard let first = set.first, set.allSatisfy({ $0.value == region }) else { return nil }
        let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
        let own = host.service == "execute-api" ? " of the API" : ""
        return Remedy(
            """
            The region that is set (\(PrintableText.escaped(first.value, limit: 40))) is the one of the host already, so \(program) does not sign with what is set: many clients guess region and service \
            from the labels of the host's name. See what \(program) sends: Credential=KEY/DATE/REGION/SERVICE/aws4_request in the Authorization header of the failing request must read \
            \(PrintableText.escaped(region, limit: 40))/\(SigningName.of(host.service)). Where it reads otherwise, update \(program), call by a host\(own) that it reads right, or let \
            another step sign (a small script, a function).
            """)
    }

    /// Where the one region in the text is what is set, and no host is shown: it is the signer's, and the endpoint is of another.
    var setRegionOnly: Remedy? {
        guard call.details.signedRegion == nil, calledHost == nil else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(2_000).enumerated().map {
            PastedLine(number: $0.offset + 1, text: String($0.element))
        }
        let set = SetRegion.all(in: lines).filter { RegionCatalog.looksLikeRegion($0.value) }
        guard let first = set.first, set.allSatisfy({ $0.value == first.value }) else { return nil }
        let region = PrintableText.escaped(first.value, limit: 40)
        let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
        return Remedy(
            """
            Let \(program) call the host of \(region), which is the region that is set and signed for: the host that was called is of another region. Take out an endpoint or base URL of \
            another region (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_BEDROCK_RUNTIME, a setting of its own); where none is set, it has one built in, such as that of us-east-1: \
            set its base URL to https://bedrock-runtime.\(region).amazonaws.com, or use another version.
            """)
    }

    /// The first host of AWS's that the text calls.
    private var calledHost: AWSHostName? {
        var rest = text.prefix(20_000)
        while let mark = rest.firstRange(of: "://") {
            rest = rest[mark.upperBound...]
            let name = rest.prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }
            if let host = AWSHostName(String(name)) { return host }
        }
        return nil
    }

    /// Where the client makes the scope's service from the host's first label, and has no field for another.
    ///
    /// Sources: <https://docs.n8n.io/integrations/builtin/credentials/aws/>,
    /// <https://docs.n8n.io/integrations/builtin/cluster-nodes/sub-nodes/n8n-nodes-langchain.lmchatawsbedrock/>,
    /// <https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html>.
    var withoutField: Remedy? {
        guard call.scene.program == .n8n else { return nil }
        let service = calledHost?.service ?? call.answer.service ?? "bedrock-runtime"
        let key =
            """
            in the HTTP Request node take a Bedrock API key in place of the AWS credential (Header Auth: Authorization, Bearer KEY), which is sent unsigned
            """
        let isRuntime = service == "bedrock-runtime" || service == "bedrock"
        let how =
            isRuntime
            ? "Call the model by n8n's own node (AWS Bedrock Chat Model, below an AI Agent or a chain), which signs for bedrock; or \(key)."
            : """
            Let something call \(service) that signs for bedrock: a Lambda function (n8n's AWS Lambda node calls it) or a small service of your own with an AWS SDK, since n8n has no node for it; API keys of Bedrock are not taken by \(service).
            """
        return Remedy(
            """
            \(how) n8n's AWS credential signs for the first label of the host's name (\(PrintableText.escaped(service, limit: 40))), and no field of it chooses another service.
            """)
    }

    /// Where the service that is wanted stands in the text as what is set: setting it once more changes nothing.
    ///
    /// AWS's signing proxy takes `--name` only together with `--region`
    /// (<https://github.com/awslabs/aws-sigv4-proxy/blob/main/handler/proxy_client.go>).
    func setService(_ name: String) -> Remedy? {
        let shown = String(text.prefix(20_000)).lowercased()
        // The service's own sentence names what it wants, and not what is set.
        let flat = shown.filter { !"\"'` ".contains($0) }.replacing("correctservice:", with: "")
        let written = [
            "--name\(name)", "--name=\(name)", "--service\(name)", "--service=\(name)", "service=\(name)",
            "service:\(name)", "signing_name=\(name)", "servicename:\(name)",
        ]
        guard written.contains(where: flat.contains) else { return nil }
        let region = calledHost?.region ?? call.regionName ?? call.scene.region?.value ?? "REGION"
        if shown.contains("sigv4-proxy") {
            guard !shown.contains("--region") else { return nil }
            return Remedy(
                """
                Add --region \(PrintableText.escaped(region, limit: 40)) to the proxy's options: --name \(name) is set, and the proxy takes it only together with --region; without it region and service come from the host's name.
                """)
        }
        return Remedy(
            """
            The service \(name) is set in the text already, and is not what was signed: see the Credential of the failing request (KEY/DATE/REGION/SERVICE/aws4_request). Where it reads otherwise, the client takes the service from the host's name or from another setting \
            (set the region with it, which some take only together), or the running process is an older configuration: update it, or restart it.
            """)
    }

    /// Where a client that always signs for Bedrock is pointed at another service.
    func otherService(than name: String) -> Remedy? {
        guard name == "execute-api", isOfBedrock else { return nil }
        let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
        return Remedy(
            """
            The base URL is an API Gateway (execute-api), and \(program)'s provider for Bedrock signs every call for bedrock, which no setting of the scope changes. Either leave the base URL out, so that it calls \
            Bedrock itself, or, where the gateway has authorization and tokens of its own, take a provider that does not sign (one for OpenAI-compatible APIs, with the token as its API key) and let the gateway \
            speak that form. A gateway with IAM authorization needs a client that signs for execute-api.
            """)
    }

    /// Whether the client's provider is one for Bedrock, by its setting or by the model that it names.
    private var isOfBedrock: Bool {
        let lower = text.prefix(20_000).lowercased()
        return [
            "provider: bedrock", "provider\": \"bedrock", "provider=bedrock", "bedrock api", "aws bedrock provider",
        ]
        .contains(where: lower.contains)
            || call.scene.program != nil && (call.scene.model != nil || lower.contains("bedrock"))
    }
}
