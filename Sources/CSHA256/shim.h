// Swift has no words for the instructions of a processor: what stands here is nothing but the rounds of SHA-256 in those
// that x86 has for them. They take a tenth of the time of the same rounds in Swift, which other processors, and
// older ones, are given.
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether the processor has SHA-NI, and the shuffles of SSSE3 and SSE4.1 that go with it.
static inline _Bool csha256_is_available(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// Takes blocks of 64 bytes into the state, its words from a to h; the constants are those of FIPS 180-4, 4.2.2.
///
/// Four rounds take four words of the message, and the next four follow from the last sixteen (Intel SDM, volume 2,
/// SHA256RNDS2, SHA256MSG1, SHA256MSG2).
__attribute__((target("sha,ssse3,sse4.1"))) static inline void csha256_absorb(
    void *state, const void *blocks, size_t count, const uint32_t *constants) {
  const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  // The instructions want the words in the order abef and cdgh, the first in the highest place.
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state + 1), 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; count > 0; count--, blocks = (const char *)blocks + 64) {
    const __m128i abefBefore = abef, cdghBefore = cdgh;
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int step = 0; step < 16; step++) {
      __m128i four;
      if (step < 4) {
        four = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)blocks + step), bigEndian);
      } else {
        const __m128i last = words[(step + 3) % 4];
        four = _mm_sha256msg1_epu32(words[step % 4], words[(step + 1) % 4]);
        four = _mm_add_epi32(four, _mm_alignr_epi8(last, words[(step + 2) % 4], 4));
        four = _mm_sha256msg2_epu32(four, last);
      }
      words[step % 4] = four;
      four = _mm_add_epi32(four, _mm_loadu_si128((const __m128i *)(constants + 4 * step)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, four);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(four, 0x0E));
    }
    abef = _mm_add_epi32(abef, abefBefore);
    cdgh = _mm_add_epi32(cdgh, cdghBefore);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)state + 1, _mm_alignr_epi8(high, low, 8));
}
#else
static inline _Bool csha256_is_available(void) { return 0; }
static inline void csha256_absorb(
    void *state, const void *blocks, size_t count, const uint32_t *constants) {}
#endif
