import Evidence

/// What SDKs and commands say when no request left the machine, or no answer came back.
enum ClientRules {
    static let rules: [CauseRule] = [
        CauseRule("credentials-partial", .peculiar, "partial credentials found|missing"),
        CauseRule(
            "credentials-partial", .fitting, "secret access key missing|empty|required|not",
            none: ["check", "signature", "access key id and"], types: ["partialcredentials"]),
        CauseRule(
            "credentials-missing", .peculiar,
            "unable|not|couldnt|cannot|failed locate|load|find|retrieve|resolve|get|refresh|obtain credentials|identity",
            none: ["expired", "partial", "sso"]),
        CauseRule(
            "credentials-missing", .peculiar, "credentials not|havent set|found|configured|available|provided|loaded",
            none: ["expired", "invalid", "validate"]),
        CauseRule(
            "credentials-missing", .peculiar, "no|missing|empty|without credentials", none: ["expired", "partial"]),
        CauseRule(
            "credentials-missing", .fitting, "credentials|credential provider|providers chain|any|no|none",
            none: ["expired"]),
        CauseRule(
            "credentials-missing", .fitting, "requires|require|needs|need aws credentials",
            none: ["expired", "invalid"]),
        CauseRule(
            "credentials-missing", .fitting, "access|accesskeyid|accesskey secret|secretaccesskey|secretkey",
            "required|requires|missing|must|provide|set|need|needed|empty|environment",
            none: ["exist|exists", "records", "partial", "signature", "signing method"]),
        CauseRule(
            "credentials-missing", .fitting, "accesskeyid|secretaccesskey",
            "missing|required|requires|set|undefined|empty|environment"),
        CauseRule(
            "credentials-missing", .peculiar, "credential process", "exited|exit|failed|fail|error|returned|timed"),
        CauseRule("credentials-missing", .fitting, "no valid providers|provider chain"),
        CauseRule(
            "credentials-missing", .fitting,
            "credential|credentials|identity object|provider not|isnt|null|undefined valid|undefined|null|resolved|enabled|loaded"
        ),
        CauseRule(
            "credentials-missing", .fitting, "aws access key id",
            "set|missing|required|must|needed|empty|blank|undefined|environment",
            none: ["exist|exists", "records", "partial", "secret access key"]),
        CauseRule(
            "credentials-missing", .fitting, "aws access key id secret",
            "set|missing|required|must|needed|empty|blank|undefined|environment|provide",
            none: ["exist|exists", "records", "partial", "signature"]),
        CauseRule("profile-not-found", .peculiar, "config profile not found|exist"),
        CauseRule("profile-not-found", .fitting, "profile could|not be found|exist", none: ["inference"]),
        CauseRule(
            "profile-not-found", .fitting, "profile not|doesnt found|exist|exists|defined",
            "aws|credentials|config|shared",
            none: ["inference"]),
        CauseRule("client-too-old", .peculiar, "bedrockruntime object has no attribute"),
        CauseRule(
            "client-too-old", .peculiar, "unknown service bedrock", "runtime|valid|names", none: ["error", "operation"]),
        CauseRule("client-too-old", .peculiar, "argument command|operation invalid choice"),
        CauseRule("client-too-old", .peculiar, "invalid choice bedrock|converse"),
        CauseRule(
            "client-too-old", .fitting, "conversecommand|conversestreamcommand", "constructor|export|named|undefined"),
        CauseRule("wrong-endpoint", .peculiar, "bedrock object has no attribute", "converse|invoke|count|apply"),
        CauseRule("credentials-missing", .fitting, "no ec2 imds role found"),
        CauseRule("credentials-missing", .fitting, "imds|metadata credentials|role|service", none: ["expired"]),
        CauseRule("credentials-missing", .fitting, "must|need set|provide aws access key id"),
        CauseRule(
            "region-missing", .peculiar, "must|need|please specify|set|provide|configure region",
            none: ["invalid", "model"]),
        CauseRule(
            "region-missing", .peculiar, "region missing|required|empty|undefined|unset",
            none: ["not supported", "model", "opt|opted"]),
        CauseRule(
            "region-missing", .peculiar, "region was|is not found|set|specified|configured|provided|defined",
            none: ["model", "valid", "supported"]),
        CauseRule(
            "region-missing", .peculiar, "unable|could|not load|find|determine|resolve|get region",
            none: ["model", "credentials"]),
        CauseRule("region-missing", .fitting, "no|missing region", none: ["model", "access"]),
        CauseRule(
            "region-invalid", .peculiar, "region name|provided|format doesnt|not|isnt match|supported|valid",
            none: ["model", "credential", "scoped"]),
        CauseRule(
            "region-invalid", .fitting, "invalid|unknown|bad|unrecognized region",
            none: ["model", "credential", "scoped", "cache"]),
        CauseRule(
            "region-invalid", .fitting, "region not|isnt valid|hostname|host|dns",
            none: ["model", "credential", "scoped"]),
        CauseRule("region-has-no-endpoint", .fitting, "could|cannot not connect endpoint url"),
        CauseRule("region-has-no-endpoint", .fitting, "inaccessible|unavailable host|service region"),
        CauseRule("network-proxy-authentication", .peculiar, "proxy authentication required"),
        CauseRule("network-proxy-authentication", .peculiar, "407", "proxy|tunnel|connect"),
        CauseRule(
            "network-proxy-failed", .peculiar, "connect tunnel failed response|http", none: ["407"]),
        CauseRule("network-proxy-failed", .peculiar, "code from proxy after connect", none: ["407"]),
        CauseRule("network-proxy-failed", .peculiar, "tunnel connection failed", none: ["407"]),
        CauseRule(
            "network-proxy-failed", .peculiar, "cannot|unable|failed|couldnt|could connect|resolve|reach proxy",
            none: ["407", "no proxy"]),
        CauseRule("answer-not-from-service", .fitting, "bad gateway"),
        CauseRule("answer-not-from-service", .fitting, "gateway timeout|time"),
        CauseRule(
            "network-certificate-untrusted", .peculiar,
            "certificate verify|verification|validation|unknown|expired|signed|issuer|local|chain|unable|authority|trust|trusted|valid"
        ),
        CauseRule(
            "network-tls-failed", .fitting, "ssl|tls handshake|validation|certificate|error|alert|failed|wrong|eof"),
    ]
}
