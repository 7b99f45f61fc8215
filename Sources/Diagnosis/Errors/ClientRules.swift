import Codes
import Evidence

/// What SDKs and commands say when no request left the machine, or no answer came back.
enum ClientRules {
    static let rules: [CauseRule] = [
        CauseRule(.credentialsPartial, .peculiar, "partial credentials found|missing"),
        CauseRule(
            .credentialsPartial, .fitting, "secret access key missing|empty|required|not",
            none: ["check", "signature", "access key id and"], types: ["partialcredentials"]),
        CauseRule(
            .credentialsMissing, .peculiar,
            "unable|not|couldnt|cannot|failed locate|load|find|retrieve|resolve|get|refresh|obtain credentials|identity",
            none: ["expired", "partial", "sso"]),
        CauseRule(
            .credentialsMissing, .peculiar, "credentials not|havent set|found|configured|available|provided|loaded",
            none: ["expired", "invalid", "validate"]),
        CauseRule(
            .credentialsMissing, .peculiar, "no|missing|empty|without credentials", none: ["expired", "partial"]),
        CauseRule(
            .credentialsMissing, .fitting, "credentials|credential provider|providers chain|any|no|none",
            none: ["expired"]),
        CauseRule(
            .credentialsMissing, .fitting, "requires|require|needs|need aws credentials",
            none: ["expired", "invalid"]),
        CauseRule(
            .credentialsMissing, .fitting, "access|accesskeyid|accesskey secret|secretaccesskey|secretkey",
            "required|requires|missing|must|provide|set|need|needed|empty|environment",
            none: ["exist|exists", "records", "partial", "signature", "signing method"]),
        CauseRule(
            .credentialsMissing, .fitting, "accesskeyid|secretaccesskey",
            "missing|required|requires|set|undefined|empty|environment"),
        CauseRule(
            .credentialsMissing, .peculiar, "credential process", "exited|exit|failed|fail|error|returned|timed"),
        CauseRule(.credentialsMissing, .fitting, "no valid providers|provider chain"),
        CauseRule(
            .credentialsMissing, .fitting,
            "credential|credentials|identity object|provider not|isnt|null|undefined valid|undefined|null|resolved|enabled|loaded"
        ),
        CauseRule(
            .credentialsMissing, .fitting, "aws access key id",
            "set|missing|required|must|needed|empty|blank|undefined|environment",
            none: ["exist|exists", "records", "partial", "secret access key"]),
        CauseRule(
            .credentialsMissing, .fitting, "aws access key id secret",
            "set|missing|required|must|needed|empty|blank|undefined|environment|provide",
            none: ["exist|exists", "records", "partial", "signature"]),
        CauseRule(.profileNotFound, .peculiar, "config profile not found|exist"),
        CauseRule(.profileNotFound, .fitting, "profile could|not be found|exist", none: ["inference"]),
        CauseRule(
            .profileNotFound, .fitting, "profile not|doesnt found|exist|exists|defined",
            "aws|credentials|config|shared",
            none: ["inference"]),
        CauseRule(.clientTooOld, .peculiar, "bedrockruntime object has no attribute"),
        CauseRule(
            .clientTooOld, .peculiar, "unknown service bedrock", "runtime|valid|names", none: ["error", "operation"]),
        CauseRule(.clientTooOld, .peculiar, "argument command|operation invalid choice"),
        CauseRule(.clientTooOld, .peculiar, "invalid choice bedrock|converse"),
        CauseRule(
            .clientTooOld, .fitting, "conversecommand|conversestreamcommand", "constructor|export|named|undefined"),
        CauseRule(.wrongEndpoint, .peculiar, "bedrock object has no attribute", "converse|invoke|count|apply"),
        CauseRule(.credentialsMissing, .fitting, "no ec2 imds role found"),
        CauseRule(.credentialsMissing, .fitting, "imds|metadata credentials|role|service", none: ["expired"]),
        CauseRule(.credentialsMissing, .fitting, "must|need set|provide aws access key id"),
        CauseRule(
            .regionMissing, .peculiar, "must|need|please specify|set|provide|configure region",
            none: ["invalid", "model"]),
        CauseRule(
            .regionMissing, .peculiar, "region missing|required|empty|undefined|unset",
            none: ["not supported", "model", "opt|opted"]),
        CauseRule(
            .regionMissing, .peculiar, "region was|is not found|set|specified|configured|provided|defined",
            none: ["model", "valid", "supported"]),
        CauseRule(
            .regionMissing, .peculiar, "unable|could|not load|find|determine|resolve|get region",
            none: ["model", "credentials"]),
        CauseRule(.regionMissing, .fitting, "no|missing region", none: ["model", "access"]),
        CauseRule(
            .regionInvalid, .peculiar, "region name|provided|format doesnt|not|isnt match|supported|valid",
            none: ["model", "credential", "scoped"]),
        CauseRule(
            .regionInvalid, .fitting, "invalid|unknown|bad|unrecognized region",
            none: ["model", "credential", "scoped", "cache"]),
        CauseRule(
            .regionInvalid, .fitting, "region not|isnt valid|hostname|host|dns",
            none: ["model", "credential", "scoped"]),
        CauseRule(.regionHasNoEndpoint, .fitting, "could|cannot not connect endpoint url"),
        CauseRule(.regionHasNoEndpoint, .fitting, "inaccessible|unavailable host|service region"),
        CauseRule(.networkProxyAuthentication, .peculiar, "proxy authentication required"),
        CauseRule(.networkProxyAuthentication, .peculiar, "407", "proxy|tunnel|connect"),
        CauseRule(
            .networkProxyFailed, .peculiar, "connect tunnel failed response|http", none: ["407"]),
        CauseRule(.networkProxyFailed, .peculiar, "code from proxy after connect", none: ["407"]),
        CauseRule(.networkProxyFailed, .peculiar, "tunnel connection failed", none: ["407"]),
        CauseRule(
            .networkProxyFailed, .peculiar, "cannot|unable|failed|couldnt|could connect|resolve|reach proxy",
            none: ["407", "no proxy"]),
        CauseRule(.answerNotFromService, .fitting, "bad gateway"),
        CauseRule(.answerNotFromService, .fitting, "gateway timeout|time"),
        CauseRule(
            .networkCertificateUntrusted, .peculiar,
            "certificate verify|verification|validation|unknown|expired|signed|issuer|local|chain|unable|authority|trust|trusted|valid"
        ),
        CauseRule(
            .networkTLSFailed, .fitting, "ssl|tls handshake|validation|certificate|error|alert|failed|wrong|eof"),
    ]
}
