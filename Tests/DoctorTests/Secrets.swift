import Foundation

/// Secrets of no account, of the shapes that AWS gives out.
enum Secrets {
    static let secret = "q9XvZ0mT/4bLr+Wc7NsKj2HfPdGy5UaEo8RiMxQe"
    static let token = "FwoGZXIvYXdzEJr//////////wEaDLq7Tn0" + String(repeating: "Zk3vB9", count: 40) + "=="
    static let bearer = "ABSKQmVkcm9ja0FQSUtleS1kb2N0b3I6" + String(repeating: "xY7", count: 20)
    /// A short-term key, of a session that is over.
    static let shortTerm =
        "bedrock-api-key-"
        + Data(
            """
            bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256&\
            X-Amz-Credential=ASIAQ2WERTYUIOPASDFG%2F20261129%2Fus-east-1%2Fbedrock%2Faws4_request&\
            X-Amz-Date=20261129T091052Z&X-Amz-Expires=43200&X-Amz-SignedHeaders=host&\
            X-Amz-Security-Token=\(innerToken)&X-Amz-Signature=\(innerSignature)&Version=1
            """.utf8
        ).base64EncodedString()
    static let innerToken = "IQoJb3JpZ2luTm9Ub2tlbk9mQW55Ym9keQ" + String(repeating: "Qw7", count: 30)
    static let innerSignature = "93f0cff512332345cfb73c6d1155a12c8d1d222adb028e57b2cf0d4f93adb50d"
    static let proxyPassword = "p4Kx7wQz9TbN2vRm"

    /// The beginning of a short-term key is no secret.
    static let all = [
        secret, token, bearer, String(shortTerm.dropFirst("bedrock-api-key-".count)), innerToken, innerSignature,
        proxyPassword,
    ]

    static let environment = [
        "AWS_ACCESS_KEY_ID": "ASIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": token,
        "AWS_BEARER_TOKEN_BEDROCK": bearer, "AWS_REGION": "us-east-1",
        "NO_PROXY": "127.0.0.1", "HTTPS_PROXY": "http://user:\(proxyPassword)@127.0.0.1:9",
    ]
}
