import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What clients say when the call did not reach Bedrock, in their own words and languages.
@Suite struct ClientSideTextTests {
    private func diagnosis(_ text: String) -> ErrorDiagnosis { ErrorDiagnosis(ServiceAnswer(content: .message(text))) }

    @Test(arguments: [
        #"Connect timeout on endpoint URL: "http://169.254.169.254/latest/api/token""#,
        #"botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL: "http://169.254.170.2/v2/credentials/1""#,
        "Error: connect ETIMEDOUT 169.254.170.23:80", "dial tcp 169.254.169.254:80: i/o timeout",
        "failed to connect to [fd00:ec2::254]:80: connection refused",
    ])
    func `a timeout at the address of the metadata is none of Bedrock`(text: String) {
        let found = diagnosis(text)
        #expect(found.code == .credentialsServiceUnreachable)
        #expect(!found.remedies.contains { $0.command?.contains("bedrock-runtime") ?? false })
    }

    @Test func `a longer address is another one`() {
        #expect(MetadataAddress(in: "http://169.254.170.23/v1/credentials") == .pod)
        #expect(MetadataAddress(in: "http://169.254.170.2/v2") == .container)
        #expect(MetadataAddress(in: "http://169.254.170.25/v2") == nil)
        #expect(MetadataAddress.isHost("169.254.169.254:80"))
        #expect(!MetadataAddress.isHost("169.254.169.2540"))
        let text = #"Could not connect to the endpoint URL: "https://bedrock-runtime.us-east-1.amazonaws.com/""#
        #expect(diagnosis(text).code != .credentialsServiceUnreachable)
    }

    @Test(arguments: [
        "socket.gaierror: [Errno -3] Temporärer Fehler bei der Namensauflösung",
        "[Errno -2] Der Name oder der Dienst ist nicht bekannt", "[Errno -2] Nom ou service inconnu",
        "Échec temporaire dans la résolution du nom", "Fallo temporal en la resolución del nombre",
        "Nome o servizio sconosciuto", "Falha temporária na resolução de nome",
        "名前解決に一時的に失敗しました", "名前またはサービスが不明です", "域名解析暂时失败", "未知的名称或服务",
        "Временный сбой в разрешении имен", "Nieznana nazwa lub usługa", "Tijdelijke storing in naamsherleiding",
        "Es ist kein solcher Host bekannt. (bedrock-runtime.eu-central-1.amazonaws.com:443)",
        "HTTPSConnectionPool: Failed to resolve 'bedrock-runtime.eu-west-1.amazonaws.com' ([Errno -2] x y z)",
        "connect failed: [WinError 11001] xyzzy",
    ])
    func `a name without an address is told in every language`(text: String) {
        #expect(
            diagnosis(text).candidates.contains { $0.cause == .networkNameUnresolved }, "\(diagnosis(text).code)")
    }

    @Test func `no such file is no name without an address`() {
        #expect(
            diagnosis("FileNotFoundError: [Errno 2] No such file or directory: 'x'").code != .networkNameUnresolved)
    }

    @Test(arguments: [
        ("Could not resolve host: bedrock-runtime.eu-central-1.amazonaws.com", "eu-central-1"),
        ("getaddrinfo EAI_AGAIN bedrock-runtime.ap-northeast-1.amazonaws.com:443", "ap-northeast-1"),
        ("Temporary failure in name resolution while calling Bedrock in us-west-2", "us-west-2"),
    ])
    func `the next command asks for the host of the region in the text`(text: String, region: String) {
        let commands = diagnosis(text).remedies.compactMap(\.command).joined()
        #expect(commands.contains("bedrock-runtime.\(region).amazonaws.com"), "\(commands)")
    }

    @Test(
        arguments: [
            ("The config profile (prod) could not be found", .profileNotFound),
            ("botocore.exceptions.ProfileNotFound: The config profile (prod) could not be found", .profileNotFound),
            ("curl: (56) Received HTTP code 407 from proxy after CONNECT", .networkProxyAuthentication),
            ("curl: (56) CONNECT tunnel failed, response 407", .networkProxyAuthentication),
            ("OSError: Tunnel connection failed: 407 Proxy Authentication Required", .networkProxyAuthentication),
            ("Proxy response (407) !== 200 when HTTP Tunneling", .networkProxyAuthentication),
            ("curl: (56) CONNECT tunnel failed, response 403", .networkProxyFailed),
            ("AttributeError: 'BedrockRuntime' object has no attribute 'converse'", .clientTooOld),
            (
                "botocore.exceptions.UnknownServiceError: Unknown service: 'bedrock-runtime'. Valid service names are: acm",
                .clientTooOld
            ),
            ("aws: error: argument command: Invalid choice, valid choices are:", .clientTooOld),
            ("aws: error: argument operation: Invalid choice, valid choices are:", .clientTooOld),
            ("TypeError: ConverseCommand is not a constructor", .clientTooOld),
            ("AttributeError: 'Bedrock' object has no attribute 'converse'", .wrongEndpoint),
        ] as [(String, FindingCode)])
    func `the client's own side is told from the service's`(text: String, code: FindingCode) {
        let found = diagnosis(text)
        #expect(found.code == code)
        #expect(!found.remedies.isEmpty)
    }

    @Test func `an old client is told since when there is one`() {
        let words = diagnosis("'BedrockRuntime' object has no attribute 'converse'").remedies.map(\.text).joined()
        #expect(words.contains("1.34.116"))
    }

    @Test func `an ARN of another region is told from one that was cut`() {
        let arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0"
        let refusal = ServiceAnswer(
            status: 400, content: .message("ValidationException: The provided model identifier is invalid."),
            region: "us-west-2", model: arn)
        let found = ErrorDiagnosis(refusal)
        #expect(found.code == .arnRegionMismatch)
        #expect(found.remedies.first?.command?.contains("--region us-east-1") == true)
        var home = refusal
        home.region = "us-east-1"
        #expect(ErrorDiagnosis(home).code != .arnRegionMismatch)
    }

    @Test func `the profile for the region is named where on-demand is refused`() throws {
        let text =
            "Invocation of model ID anthropic.claude-sonnet-4-20250514-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model."
        let here = ErrorDiagnosis(ServiceAnswer(content: .message(text), region: "eu-central-1"))
        #expect(here.remedies.first?.command?.contains("eu.anthropic.claude-sonnet-4-20250514-v1:0") == true)
        let trailer = ErrorDiagnosis(ServiceAnswer(content: .message(text + "\n\u{2514} Bedrock region: us-east-1")))
        #expect(trailer.remedies.first?.command?.contains("us.anthropic.claude-sonnet-4-20250514-v1:0") == true)
        let nowhere = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(nowhere.remedies.first?.text.contains("us.anthropic.claude-sonnet-4-20250514-v1:0") == true)
    }

    @Test func `the source of an audit record is no region`() {
        let text =
            #"{"eventSource":"bedrock.amazonaws.com","errorCode":"ThrottlingException","errorMessage":"Too many requests"}"#
        #expect(!diagnosis(text).remedies.contains { $0.command?.contains("amazonaws ") ?? false })
        #expect(diagnosis(text).details.region == nil)
    }
}
