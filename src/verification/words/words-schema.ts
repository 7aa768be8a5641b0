/** The shape of templates/verification/words.yaml. */
import { z } from 'zod';

/** Words or phrases of one meaning. */
const words = (meaning: string) => z.array(z.string()).min(1).describe(meaning);
/** Lines of words that may stand for one another. */
const lines = (meaning: string) => z.array(z.array(z.string()).min(1)).min(1).describe(meaning);
const numbers = (meaning: string) => z.record(z.string(), z.number().int().positive()).describe(meaning);

export const wordsSchema = z.strictObject({
  numbers: numbers('Số viết bằng chữ.'),
  exactly: words('Từ đứng giữa con số ước chừng và con số chính xác.'),
  scales: numbers('Từ chỉ nghìn, triệu, tỷ và số chữ số 0 tương ứng.'),
  abbreviations: z.record(z.string(), z.string()).describe('Chữ viết tắt và cách viết đầy đủ.'),
  nouns: lines('Những gì được đếm; các từ trên một dòng thay được cho nhau.'),
  notFigures: z
    .strictObject({
      before: words('Từ đứng ngay trước: số của văn bản, điều khoản, nơi chốn.'),
      after: words('Từ đứng ngay sau: số chỉ thời gian.'),
    })
    .describe('Con số đứng cạnh các từ này không phải là số liệu.'),
  hedges: z
    .strictObject({
      above: words('Con số thật lớn hơn số đã viết.'),
      near: words('Con số thật nhỏ hơn một chút.'),
      below: words('Con số thật nhỏ hơn số đã viết.'),
      around: words('Con số thật ở quanh số đã viết.'),
      atLeast: words('Con số thật không nhỏ hơn số đã viết.'),
      atMost: words('Con số thật không lớn hơn số đã viết.'),
    })
    .describe('Từ ước chừng đứng trước con số.'),
  notHedges: words('Từ ghép có đuôi giống từ ước chừng.'),
  changes: z
    .strictObject({
      up: words('Tăng.'),
      down: words('Giảm.'),
      same: words('Không thay đổi.'),
      filler: words('Từ đệm giữa từ chỉ thay đổi và con số.'),
      levels: words('Sau các từ này là mức đạt tới, không phải mức thay đổi.'),
      conditions: words('Đứng đầu một vế: điều có thể xảy ra, không phải kết quả.'),
    })
    .describe('Từ chỉ thay đổi so với kỳ trước.'),
  targets: z
    .strictObject({
      words: words('Từ gọi chỉ tiêu kế hoạch.'),
      ofPlan: words('Sau một tỷ lệ phần trăm: phần của kế hoạch, có thể trên 100.'),
      goals: words('Từ báo trước một con số của kế hoạch.'),
      reached: words('Đạt chỉ tiêu.'),
      missed: words('Chưa đạt chỉ tiêu.'),
      less: words('Chỉ tiêu càng thấp càng tốt.'),
    })
    .describe('Từ nói về chỉ tiêu kế hoạch.'),
  previous: words('Từ chỉ kỳ trước.'),
  parts: z
    .strictObject({
      all: words('Sau đó kể hết các thành phần.'),
      some: words('Sau đó kể một số thành phần.'),
      rest: words('Phần còn lại.'),
      sum: words('Tổng của những gì vừa kể.'),
      wholes: words('Sau đó là số tổng.'),
      except: words('Những gì không tính vào một phân số.'),
      bases: words('Những gì được xem xét.'),
      achieved: words('Những gì đạt trong số được xem xét.'),
      done: words('Việc đã làm.'),
      apart: lines('Hai loại bù nhau, không có loại thứ ba.'),
    })
    .describe('Từ nói về tổng và thành phần.'),
  units: z
    .strictObject({
      kinds: words('Tên loại đơn vị hành chính.'),
      counted: words('Cách gọi chung các đơn vị.'),
      regions: words('Vùng được gọi mà không có tên riêng.'),
      whole: words('Cả địa bàn.'),
      among: words('Trong ngoặc: đơn vị có hoặc không có trong số liệu của câu, câu không nói về đơn vị đó.'),
      apart: words('Ở đầu câu, trước dấu phẩy: đơn vị có hoặc không có trong số liệu của câu.'),
      highest: words('Nơi cao nhất.'),
      lowest: words('Nơi thấp nhất.'),
      next: words('Nơi đứng tiếp theo nơi cao nhất.'),
      all: words('Tất cả các đơn vị.'),
      average: words('Mức chung.'),
      rank: words('Thứ hạng.'),
      ordinals: numbers('Số thứ tự viết bằng chữ.'),
    })
    .describe('Từ nói về các đơn vị.'),
  coverage: words('Sau phân số: bao nhiêu đơn vị đã có số liệu.'),
  anaphora: words('Từ nhắc lại điều đã nói.'),
  tables: z
    .strictObject({
      order: words('Cột số thứ tự.'),
      total: words('Dòng hoặc cột cộng.'),
      rate: words('Cột tỷ lệ.'),
      rank: words('Cột xếp hạng.'),
      mean: words('Cột không cộng được.'),
      part: words('Cột là một phần của cột trước.'),
      apart: words('Ở tên bảng: số liệu của một phần, hoặc của một lúc khác cuối năm.'),
      missing: words('Ô chưa có số liệu.'),
    })
    .describe('Từ ở tiêu đề và ô của bảng.'),
  stopWords: words('Từ không giúp nhận ra con số nói về điều gì.'),
});

export type WordLists = Readonly<z.infer<typeof wordsSchema>>;
export type HedgeKind = keyof WordLists['hedges'];
