# The Ruby SDK's signer, the gem aws-sigv4 (Debian's ruby-aws-sigv4).
require 'base64'
require 'json'
require 'time'
require 'aws-sigv4'

VERSION = Gem::Specification.find_by_name('aws-sigv4').version.to_s

def sign(message)
  options, described, keys = message['options'] || {}, message['request'], message['credentials']
  if options['pathNormalization'] == 'off' || options['sessionToken'] == 'addedAfterSigning'
    return { skipped: 'aws-sigv4 has a switch for this only where aws-crt is installed' }
  end
  names = described['headers'].map { |name, _| name.downcase }
  return { skipped: 'aws-sigv4 takes headers as a hash, in which a name stands once' } if names.uniq.size < names.size

  host = described['headers'].find { |name, _| name.downcase == 'host' }[1]
  body = Base64.decode64(described['body'] || '')
  signer = Aws::Sigv4::Signer.new(
    service: message['service'], region: message['region'], access_key_id: keys['accessKeyId'],
    secret_access_key: keys['secretAccessKey'], session_token: keys['sessionToken'],
    uri_escape_path: options['uriEncoding'] != 'single',
    apply_checksum_header: options['contentSHA256Header'] == 'sent'
  )
  url = "https://#{host}#{described['target']}"
  headers = described['headers'].to_h
  unsigned = options['payload'] == 'unsigned' ? 'UNSIGNED-PAYLOAD' : nil
  if options['location'] == 'query'
    signed = signer.presign_url(
      http_method: described['method'], url: url, headers: headers, body: body, body_digest: unsigned,
      expires_in: options['expiresSeconds'], time: Time.strptime("#{message['time']} UTC", '%Y%m%dT%H%M%SZ %Z')
    )
    return { target: signed.request_uri, headers: described['headers'] }
  end
  headers = headers.merge('x-amz-date' => message['time'])
  headers['x-amz-content-sha256'] = unsigned if unsigned
  signature = signer.sign_request(http_method: described['method'], url: url, headers: headers, body: body)
  kept = headers.reject { |name, _| signature.headers.key?(name.downcase) }
  {
    target: described['target'], headers: (kept.to_a + signature.headers.to_a),
    canonicalRequest: signature.canonical_request, stringToSign: signature.string_to_sign
  }
rescue URI::InvalidURIError
  { skipped: 'Ruby makes no URI of this target' }
rescue StandardError => e
  { error: "#{e.class}: #{e.message}" }
end

$stdout.sync = true
$stdin.each_line do |line|
  message = JSON.parse(line)
  break if message['end']

  if message['protocol']
    puts JSON.generate(name: 'aws-sigv4', version: VERSION, language: 'Ruby', features: %w[headers query])
  else
    puts JSON.generate({ id: message['id'] }.merge(sign(message)))
  end
end
