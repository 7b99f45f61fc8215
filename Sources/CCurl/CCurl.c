// libcurl brings some thirty libraries along, and loading them takes longer than everything else that a program does at
// its start. Whoever sends nothing should not wait for them: libcurl is loaded when the first transfer asks for it.
//
// Here are the functions that CCurl.h and curl's own header declare, each going on to libcurl's. A function that the
// transport uses and that is not here does not link.

#define _GNU_SOURCE  // for RTLD_DEFAULT
#include <dlfcn.h>
#include <stddef.h>

// Hidden, because libcurl calls some of them itself, and must find its own.
#pragma GCC visibility push(hidden)
#define CURL_DISABLE_DEPRECATION  // for CURLOPT_PROTOCOLS, of an older libcurl
#include "CCurl.h"

// The macros of the same names check the type of an option's value, which the wrappers below do by their parameters.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

// Functions with a fixed number of parameters: DO(result, name after "curl_", parameters, arguments).
#define FIXED(DO)                                                                                                  \
  DO(CURLcode, global_init, (long flags), (flags))                                                                 \
  DO(char *, version, (void), ())                                                                                  \
  DO(curl_version_info_data *, version_info, (CURLversion age), (age))                                             \
  DO(CURL *, easy_init, (void), ())                                                                                \
  DO(void, easy_reset, (CURL * handle), (handle))                                                                  \
  DO(void, easy_cleanup, (CURL * handle), (handle))                                                                \
  DO(CURLcode, easy_pause, (CURL * handle, int bits), (handle, bits))                                              \
  DO(const char *, easy_strerror, (CURLcode code), (code))                                                         \
  DO(CURLU *, url, (void), ())                                                                                     \
  DO(void, url_cleanup, (CURLU * url), (url))                                                                      \
  DO(CURLUcode, url_set, (CURLU * url, CURLUPart part, const char *text, unsigned int flags),                      \
     (url, part, text, flags))                                                                                     \
  DO(CURLM *, multi_init, (void), ())                                                                              \
  DO(CURLMcode, multi_cleanup, (CURLM * multi), (multi))                                                           \
  DO(CURLMcode, multi_add_handle, (CURLM * multi, CURL * handle), (multi, handle))                                 \
  DO(CURLMcode, multi_remove_handle, (CURLM * multi, CURL * handle), (multi, handle))                              \
  DO(CURLMsg *, multi_info_read, (CURLM * multi, int *left), (multi, left))                                        \
  DO(CURLMcode, multi_socket_action, (CURLM * multi, curl_socket_t socket, int bits, int *running),                \
     (multi, socket, bits, running))                                                                               \
  DO(const char *, multi_strerror, (CURLMcode code), (code))

// Functions with a variable number, which only the wrappers call.
#define VARIADIC(DO) DO(easy_setopt) DO(easy_getinfo) DO(multi_setopt)

// libcurl's functions, by the types that its header gives them.
#define MEMBER(name) __typeof__(&curl_##name) name;
#define FIXED_MEMBER(result, name, parameters, arguments) MEMBER(name)
static struct {
  FIXED(FIXED_MEMBER)
  VARIADIC(MEMBER)
} curl;

#define FIND(name)                                                       \
  curl.name = (__typeof__(curl.name))dlsym(library, "curl_" #name);      \
  if (curl.name == NULL) return dlerror();
#define FIND_FIXED(result, name, parameters, arguments) FIND(name)

const char *ccurl_load(const char *name) {
  void *library = RTLD_DEFAULT;
  if (dlsym(RTLD_DEFAULT, "curl_easy_init") == NULL) {
    library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) return dlerror();
  }
  FIXED(FIND_FIXED)
  VARIADIC(FIND)
  return NULL;
}

#define FORWARD(result, name, parameters, arguments) \
  result curl_##name parameters { return curl.name arguments; }
FIXED(FORWARD)

CURLcode ccurl_easy_set_long(CURL *handle, CURLoption option, long value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_write_callback(CURL *handle, CURLoption option, curl_write_callback value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode ccurl_easy_set_debug_callback(CURL *handle, curl_debug_callback value) {
  return curl.easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

CURLcode ccurl_easy_set_prerequest_callback(CURL *handle, curl_prereq_callback value) {
  return curl.easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

CURLcode ccurl_easy_set_lookup_callback(CURL *handle, curl_resolver_start_callback value) {
  return curl.easy_setopt(handle, CURLOPT_RESOLVER_START_FUNCTION, value);
}

CURLcode ccurl_easy_set_socket_callback(CURL *handle, curl_opensocket_callback value) {
  return curl.easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

CURLcode ccurl_easy_set_http_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  CURLcode code = curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  if (code != CURLE_UNKNOWN_OPTION) return code;
#endif
  return curl.easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
}

CURLcode ccurl_easy_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl.easy_getinfo(handle, info, value);
}

CURLcode ccurl_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl.easy_getinfo(handle, info, value);
}

CURLcode ccurl_easy_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return curl.easy_getinfo(handle, info, value);
}

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl.multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl.multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_set_socket_callback(CURLM *multi, curl_socket_callback value) {
  return curl.multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
}

CURLMcode ccurl_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback value) {
  return curl.multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
}

CURLcode ccurl_message_result(const CURLMsg *message) { return message->data.result; }

const curl_version_info_data *ccurl_version_info(void) { return curl_version_info(CURLVERSION_NOW); }

const char *ccurl_built_in_cainfo(const curl_version_info_data *info) {
#if LIBCURL_VERSION_NUM >= 0x075400
  return info->age >= CURLVERSION_ELEVENTH ? info->cainfo : NULL;
#else
  return NULL;
#endif
}

curl_socket_t ccurl_no_socket(void) { return CURL_SOCKET_BAD; }

#pragma GCC visibility pop
