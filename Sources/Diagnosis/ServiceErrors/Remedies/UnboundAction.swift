/// Actions that are allowed on everything or not at all, whatever their refusal names.
///
/// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>,
/// the actions without a resource type.
enum UnboundAction {
    private static let names: Set<String> = [
        "bedrock:CreateFoundationModelAgreement", "bedrock:ListFoundationModelAgreementOffers",
        "bedrock:ListFoundationModels", "bedrock:PutUseCaseForModelAccess", "cloudwatch:PutMetricData",
        "ecr-public:GetAuthorizationToken", "ecr:GetAuthorizationToken", "kms:ListAliases", "kms:ListKeys",
        "s3:ListAllMyBuckets", "secretsmanager:ListSecrets", "sts:GetCallerIdentity", "sts:GetServiceBearerToken",
    ]

    static func isOne(_ action: String) -> Bool { names.contains(action) }
}
