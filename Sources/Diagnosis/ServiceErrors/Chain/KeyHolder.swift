import Codes
import Evidence
import Report

/// Whose keys a refused call was made with, where they are not those of the reporter's own shell: a gateway's, a container's.
///
/// Sources: <https://docs.litellm.ai/docs/providers/bedrock>, <https://portkey.ai/docs/integrations/llms/bedrock/aws-bedrock>,
/// <https://developer.konghq.com/plugins/ai-proxy/>, <https://docs.getbifrost.ai>, <https://aigateway.envoyproxy.io/docs/>,
/// <https://docs.docker.com/compose/how-tos/environment-variables/>,
/// <https://kubernetes.io/docs/concepts/configuration/secret/>.
struct KeyHolder: Sendable {
    /// As a sentence names it.
    private let name: String
    /// Where the keys are set.
    private let place: String
    /// How it gets keys that renew themselves.
    private let renewal: String
    /// What shows which of the variables are set there.
    private let look: String?
    /// Whether it signs by itself what its callers send.
    private var signs = false

    /// - Parameter call: The call that failed, with what was pasted around it.
    init?(_ call: FailedCall) {
        let text = String(call.shown.prefix(65_536))
        if var gateway = Self.gateway(call, text) {
            gateway.signs = true
            self = gateway
        } else if let container = Self.container(text) {
            self = container
        } else {
            return nil
        }
    }

    private init(_ name: String, place: String, renewal: String, look: String? = nil) {
        self.name = name
        self.place = place
        self.renewal = renewal
        self.look = look
    }

    // MARK: Who

    private static func gateway(_ call: FailedCall, _ text: String) -> KeyHolder? {
        let container = container(text)?.look
        func says(_ marks: String...) -> Bool { marks.contains(where: text.contains) }
        let (answerer, program) = (call.scene.answerer, call.scene.program)
        if answerer == .liteLLM
            || says(
                "LiteLLM Proxy", "proxy_server.py", "litellm_params", "Received Model Group", "x-litellm-",
                "berriai/litellm",
                "litellm --config", "litellm_settings")
        {
            return KeyHolder(
                "the gateway LiteLLM",
                place: """
                    litellm_params of the model's entry (aws_access_key_id, aws_secret_access_key, aws_session_token, aws_profile_name, aws_role_name), else the \
                    variables of the proxy's own process or container
                    """,
                renewal:
                    "leave keys out so that the role of its task, pod or instance counts, or set aws_role_name and aws_session_name",
                look: container)
        }
        if answerer == .portkey || program == .portkey || says("x-portkey-", "portkey.ai") {
            return KeyHolder(
                "the gateway Portkey",
                place:
                    "the virtual key or integration for Bedrock there (or the aws* fields that the client passes to it)",
                renewal: "let it assume a role (Assumed Role as the integration's way of authentication)")
        }
        if answerer == .kong || says("ai-proxy", "[kong]", "konghq") {
            return KeyHolder(
                "the gateway Kong",
                place:
                    "auth.aws_access_key_id and auth.aws_secret_access_key of its ai-proxy plugin, else the variables and the role of Kong's own process",
                renewal:
                    "leave both out so that the role of its task, pod or instance counts (or model.options.bedrock.aws_assume_role_arn)",
                look: container)
        }
        if answerer == .bifrost || program == .bifrost {
            return KeyHolder(
                "the gateway Bifrost",
                place: "bedrock_key_config of its provider bedrock (access_key, secret_key, session_token)",
                renewal: "leave them empty so that the role of its own process counts", look: container)
        }
        if program == .envoyAIGateway {
            return KeyHolder(
                "Envoy AI Gateway", place: "its BackendSecurityPolicy (awsCredentials: a Secret, or an OIDC exchange)",
                renewal: "use the OIDC exchange, or the role of the gateway's own pods", look: container)
        }
        if answerer == .newAPI {
            return KeyHolder(
                "the gateway (one-api, new-api)",
                place: "the key of its channel of the type AWS (ACCESS_KEY|SECRET|REGION)",
                renewal: "use a long-lived key of a user of its own, or an API key of Bedrock")
        }
        return nil
    }

    /// The parts of a file or command that gives a container its variables.
    private static func container(_ text: String) -> KeyHolder? {
        func says(_ marks: String...) -> Bool { marks.contains(where: text.contains) }
        if says("secretKeyRef", "kubectl exec", "kind: Deployment", "kind: Pod", "envFrom:") {
            return KeyHolder(
                "the container", place: "the Secret that the pod's variables come from",
                renewal: "give the pod's service account a role (EKS Pod Identity, IRSA) in place of keys",
                look: "kubectl exec deploy/NAME -- sh -c 'env | grep ^AWS_ | cut -d= -f1'")
        }
        let isCompose = says("services:\n", "services:\r") && says("environment:", "env_file:")
        if isCompose || says("docker compose", "docker-compose") {
            return KeyHolder(
                "the container",
                place: "environment or env_file of its service in the compose file, filled in when it was created",
                renewal: "mount ~/.aws read-only and name AWS_PROFILE, so that a new session is read",
                look: "docker compose exec SERVICE sh -c 'env | grep ^AWS_ | cut -d= -f1'")
        }
        if says("docker run ") {
            return KeyHolder(
                "the container", place: "the -e and --env-file of docker run, as they were when it was started",
                renewal:
                    "mount ~/.aws read-only (-v ~/.aws:/root/.aws:ro) and pass -e AWS_PROFILE, so that a new session is read",
                look: "docker exec CONTAINER sh -c 'env | grep ^AWS_ | cut -d= -f1'")
        }
        return nil
    }

    // MARK: What to do

    /// What to do about a refusal of the keys, in their own place; empty where it is none.
    func remedies(_ code: FindingCode) -> [Remedy] {
        let own = "What your own shell, profile or browser holds plays no part."
        let seen = Remedy("See which of the variables are set there, without their values.", command: look ?? "")
        let more = look == nil ? [] : [seen]
        switch code {
        case .tokenExpired:
            return [
                Remedy(
                    """
                    The session that \(name) uses has expired: temporary keys (ASIA...) that were written into it end within hours. They stand in \
                    \(place). Put new ones there and start it anew; better, give it a source that renews itself: \(renewal). \(own)
                    """)
            ] + more
        case .tokenInvalid:
            return [
                Remedy(
                    """
                    AWS does not know the key id that \(name) signed with, or the session token does not belong to it (a temporary key, ASIA..., needs its \
                    own; a long-lived one, AKIA..., must have none). They stand in \(place). Put right ones there and start it anew, or \(renewal). \(own)
                    """
                ).about(.keys, .pair)
            ] + more
        case .credentialsMissing:
            return [
                Remedy(
                    """
                    Give \(name) credentials of its own, and start it anew: set them in \(place); or, better, \(renewal). It has none of AWS now. \(own)
                    """)
            ] + more
        case .signatureMismatch where signs:
            return [
                Remedy(
                    """
                    It is \(name) that signed, with the secret that it holds: see that it has its 40 characters, nothing around them, and belongs to the key id beside it. It stands in \
                    \(place). \(own)
                    """
                ).about(.keys, .pair),
                Remedy(
                    """
                    If the same keys are good elsewhere, the gateway's own signer is at fault, or something behind it changes what was signed (host, path with a colon or an ARN in the \
                    model's id, body): update it, and call a model whose id has no colon for a try.
                    """),
            ] + more
        default: return []
        }
    }
}
