/** A chart of rates as a native Word chart, editable there, legible in black and white, described for screen readers. */
import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { roundedPercent } from '../../values/exact-rate.js';
import type { Chart, ChartBar } from '../../model.js';
import { formatPercent } from '../../values/number-format.js';
import { COLOUR, FONT, SIZES } from '../decree30-layout.js';
import { xmlText } from '../xml-text.js';
import { spacing } from './styles.js';
import { line } from './text-runs.js';

/** Pixels of the library: 96 to the inch. */
const PIXELS_PER_TWIP = 96 / 1440;
const BAR_HEIGHT = 18;
const TITLE_HEIGHT = 56;
/** Room for the figures over the columns of a course, beneath its title, as a part of its axis. */
const HEADROOM = 0.15;
/** Of the columns of a course. */
const COURSE_HEIGHT = 130;
const SHADES = { unit: 'A6A6A6', whole: '404040' } as const;
const WHITE = 'FFFFFF';
const GAP = '…';

/** The chart, as wide as the text, and its notes, on one page; `textWidth` in twips. */
export function rateChart(chart: Chart, textWidth: number): readonly Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: spacing(6),
      keepNext: chart.notes.length > 0,
      // The library's type of children does not name the runs of its own charts.
      children: [chartRun(chart, textWidth)],
    }),
    ...chart.notes.map((note, index) =>
      line(
        note,
        { points: SIZES.tableNote, italic: true },
        { spacing: spacing(2), keepNext: index < chart.notes.length - 1, keepLines: true },
      ),
    ),
  ];
}

/** Categories and values: what Word shows, and what fills a chart of the office's own template. */
export function chartData({ title, bars, gapAfter, decimals }: Chart) {
  const places = placesOf({ bars, gapAfter });
  return {
    categories: places.map((bar) => (bar === undefined ? GAP : xmlText(bar.label))),
    series: [
      {
        name: xmlText(title),
        values: places.map((bar) => (bar === undefined ? null : percent(bar.rate, decimals))),
      },
    ],
  };
}

/** An empty line stands for the units that are left out. */
const placesOf = ({
  bars,
  gapAfter,
}: {
  readonly bars: Chart['bars'];
  readonly gapAfter: number | undefined;
}): readonly (ChartBar | undefined)[] =>
  gapAfter === undefined ? bars : [...bars.slice(0, gapAfter), undefined, ...bars.slice(gapAfter)];

/** Above a column stands its rate. */
const headroom = ([from, to]: readonly [number, number] = [0, 100]): number => to + (to - from) * HEADROOM;

function chartRun(chart: Chart, textWidth: number): ChartRun {
  const { title, bars, gapAfter, decimals, description, course = false, axis } = chart;
  const places = placesOf({ bars, gapAfter });
  const { categories, series } = chartData(chart);
  const type = { name: FONT, color: COLOUR };
  return new ChartRun({
    type: course ? 'column' : 'bar',
    title: { text: xmlText(title), font: { ...type, size: 12, bold: true } },
    legend: false,
    font: type,
    categories,
    series: series.map((one) => ({
      ...one,
      color: SHADES.unit,
      colors: places.map((bar) => (bar?.whole === true ? SHADES.whole : undefined)),
      // As text: programs would write the decimal sign of their own country.
      pointLabels: places.map((bar) =>
        bar === undefined
          ? false
          : {
              text: formatPercent(bar.rate, decimals) ?? '',
              font: { ...type, size: 10, bold: bar.whole === true },
            },
      ),
    })),
    gapWidth: course ? 120 : 40,
    dataLabels: { value: true, position: 'outsideEnd', font: { ...type, size: 10 } },
    categoryAxis: { reverseOrder: !course, font: { ...type, size: 10 } },
    valueAxis: {
      minimum: axis?.[0] ?? 0,
      maximum: course ? headroom(axis) : (axis?.[1] ?? 100),
      visible: false,
      gridlines: false,
    },
    transformation: {
      width: Math.floor(textWidth * PIXELS_PER_TWIP),
      height: TITLE_HEIGHT + (course ? COURSE_HEIGHT : BAR_HEIGHT * places.length),
    },
    // Not the background of a theme: a document without one would show black.
    chartArea: { border: 'none', fill: WHITE },
    altText: { name: xmlText(title), title: xmlText(title), description: xmlText(description) },
  });
}

/** The rounded rate as the number of percent that it is printed as. */
const percent = (rate: ChartBar['rate'], decimals: number): number | null => {
  const rounded = roundedPercent(rate, decimals);
  return rounded === undefined ? null : Number(rounded) / 10 ** decimals;
};
