/// An image in Amazon ECR, as programs name it, `ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG`.
///
/// Sources: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html>, and for the ARN
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html>.
enum ImageRepository {
    /// The ARN by which a policy names its repository; `nil` where the text is no image of ECR's.
    static func arn(of image: String) -> String? {
        let parts = image.split(separator: "/", maxSplits: 1).map(String.init)
        let labels = parts[0].split(separator: ".").map(String.init)
        guard parts.count == 2, labels.count >= 6, labels[1] == "dkr", labels[2] == "ecr", labels[4] == "amazonaws",
            labels[0].utf8.count == 12
        else { return nil }
        let partition = labels.last == "cn" ? "aws-cn" : labels[3].hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
        let name = parts[1].prefix { $0 != ":" && $0 != "@" }
        return "arn:\(partition):ecr:\(labels[3]):\(labels[0]):repository/\(name)"
    }
}
